package io.kubehop.ingress.nginx.balance;

import io.kubehop.ingress.nginx.annotation.Canary;
import io.kubehop.ingress.nginx.uri.Pcre;
import io.kubehop.ingress.nginx.uri.PcreException;
import io.kubehop.ingress.proxy.Explanation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides between an upstream and its canary (lua/balancer.lua, route_to_alternative_balancer): the
 * cookies of sticky clients first, then the header, the canary's cookie, and at last the weight.
 */
public final class CanaryRoute {
  private final Balancers balancers;
  private final BalancerState state;

  /** Decides for the balancers of one configuration. */
  public CanaryRoute(Balancers balancers, BalancerState state) {
    this.balancers = balancers;
    this.state = state;
  }

  /** The upstream that takes a request: the one given, or its canary. */
  public UpstreamBalancer choose(
      UpstreamBalancer main, PickRequest request, Explanation explanation) {
    if (main.upstream().alternatives().isEmpty()) {
      return main;
    }
    if (main.isAffinitized(request)) {
      explanation.add("canary: no, the client's cookie is of the main backend");
      return main;
    }
    String name = main.upstream().alternatives().get(0);
    UpstreamBalancer canary = balancers.of(name);
    if (canary == null) {
      explanation.add("canary: no, " + name + " has no endpoints");
      return main;
    }
    return isForCanary(canary, request, explanation) ? canary : main;
  }

  private boolean isForCanary(
      UpstreamBalancer canary, PickRequest request, Explanation explanation) {
    if (canary.isAffinitized(request)) {
      explanation.add("canary: yes, the client's cookie is of the canary");
      return true;
    }
    Canary policy = canary.upstream().canary();
    String header = policy.header().toLowerCase(Locale.ROOT).replace('-', '_');
    Boolean byHeader = byHeader(policy, variable(request, "http_", header));
    if (byHeader != null) {
      explanation.add("canary: " + byHeader + " by header " + policy.header());
      return byHeader;
    }
    Boolean byCookie = alwaysOrNever(variable(request, "cookie_", policy.cookie()));
    if (byCookie != null) {
      explanation.add("canary: " + byCookie + " by cookie " + policy.cookie());
      return byCookie;
    }
    boolean byWeight = byWeight(policy);
    explanation.add(
        "canary: " + byWeight + " by weight " + policy.weight() + " of " + policy.weightTotal());
    return byWeight;
  }

  private boolean byWeight(Canary policy) {
    int weight = Math.max(0, Math.min(policy.weight(), policy.weightTotal()));
    return state.choices().weighted(state.random(), weight, policy.weightTotal() - weight) == 0;
  }

  private static String variable(PickRequest request, String prefix, String name) {
    return name.isEmpty() ? "" : request.variables().apply(prefix + name);
  }

  private static @Nullable Boolean byHeader(Canary policy, String value) {
    if (value.isEmpty()) {
      return null;
    }
    if (!policy.headerValue().isEmpty()) {
      return policy.headerValue().equals(value) ? Boolean.TRUE : null;
    }
    if (!policy.headerPattern().isEmpty()) {
      return byPattern(policy.headerPattern(), value);
    }
    return alwaysOrNever(value);
  }

  /** An expression that cannot be used ends the search; one that does not match leaves it open. */
  private static @Nullable Boolean byPattern(String pattern, String value) {
    try {
      return Pcre.compile(pattern, false).matches(value) ? Boolean.TRUE : null;
    } catch (PcreException e) {
      return Boolean.FALSE;
    }
  }

  private static @Nullable Boolean alwaysOrNever(String value) {
    return switch (value) {
      case "always" -> Boolean.TRUE;
      case "never" -> Boolean.FALSE;
      default -> null;
    };
  }
}
