package io.kubehop.ingress.gateway;

import io.kubehop.ingress.api.RuleRef;
import io.kubehop.service.api.HTTPRoute;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One match of a rule of a route, for one host of a listener.
 *
 * @param hostname the host
 * @param match what requests it is for
 * @param route the route
 * @param rule its rule
 * @param backends where its requests go
 * @param ref the field of the route
 */
record RouteRule(
    Hostname hostname,
    RouteMatch match,
    HTTPRoute route,
    HTTPRoute.Rule rule,
    BackendChoice backends,
    RuleRef ref) {

  /** The more particular host first, then the more particular match; of equal ones the older. */
  static final Comparator<RouteRule> PRECEDENCE =
      Comparator.comparing(RouteRule::hostname)
          .thenComparing(RouteRule::match, RouteMatch.PRECEDENCE);

  /** Why it does not take a request; null if it does. */
  @Nullable String miss(RequestView view) {
    return hostname.covers(view.host()) ? match.miss(view) : "the host is another";
  }

  /** {@code PathPrefix /cart for shop.example.com of HTTPRoute/shop/web spec.rules[0]}. */
  @Override
  public String toString() {
    return match + " for " + hostname + " of " + ref;
  }
}
