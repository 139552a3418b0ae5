package io.kubehop.ingress.gateway;

import io.kubehop.core.http.Certificate;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.ingress.proxy.ProxyRequest;
import io.kubehop.ingress.proxy.Router;
import io.kubehop.ingress.proxy.SpreadPlan;
import io.kubehop.service.api.HTTPRouteFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides as the Gateway API says. */
final class GatewayRouter implements Router {
  private final Simulation simulation;
  private final RandomStream random;
  private final RefCell<GatewayTable> table;

  GatewayRouter(String identity, Simulation simulation) {
    this.simulation = simulation;
    this.random = simulation.random().stream(identity + "/backend");
    this.table = new RefCell<>(simulation.journal(), GatewayTable.empty());
  }

  void load(GatewayTable next) {
    table.set(next);
  }

  GatewayTable table() {
    return table.get();
  }

  @Override
  public Decision decide(ProxyRequest request) {
    Explanation explanation = request.explanation();
    RequestView view = RequestView.of(request.request());
    Optional<GatewayTable.Attached> listener =
        table.get().listener(request.localPort(), view.host());
    if (listener.isEmpty()) {
      return answer(404, "", "no listener is for host " + view.host(), explanation);
    }
    explanation.add(
        "listener " + listener.get().listener().name() + " for " + listener.get().hostname());
    RouteRule rule = find(listener.get().rules(), view, explanation);
    return rule == null
        ? answer(404, "", "no rule matches", explanation)
        : decide(request, view, rule, listener.get());
  }

  private static @Nullable RouteRule find(
      List<RouteRule> rules, RequestView view, Explanation explanation) {
    RouteRule winner = null;
    for (RouteRule rule : rules) {
      String miss = rule.miss(view);
      if (explanation.isWanted()) {
        explanation.add("rule " + rule + ": " + verdict(miss, winner == null));
      }
      winner = winner == null && miss == null ? rule : winner;
      if (winner != null && !explanation.isWanted()) {
        return winner;
      }
    }
    return winner;
  }

  private static String verdict(@Nullable String miss, boolean first) {
    return miss != null ? miss : first ? "chosen" : "matches, but goes after the one chosen";
  }

  private Decision decide(
      ProxyRequest request, RequestView view, RouteRule rule, GatewayTable.Attached listener) {
    Explanation explanation = request.explanation();
    Filters filters = new Filters(rule.rule().filters(), rule.match().prefix());
    Optional<String> unknown = filters.unknown();
    if (unknown.isPresent()) {
      return answer(500, "", "a filter of type " + unknown.get() + " is not known", explanation);
    }
    Optional<HTTPRouteFilter.Redirect> redirect = filters.redirect();
    if (redirect.isPresent()) {
      String to =
          filters.location(redirect.get(), view, listener.isTls(), listener.listener().port());
      explanation.add(redirect.get().status() + ": RequestRedirect to " + to);
      HttpHeaders headers = filters.applyToResponse(HttpHeaders.of("Location", to));
      return new Decision.Answer(
          new HttpResponse(redirect.get().status(), headers, "RequestRedirect"), "");
    }
    return forward(request, rule, filters);
  }

  private Decision forward(ProxyRequest request, RouteRule rule, Filters filters) {
    Explanation explanation = request.explanation();
    List<BackendChoice.Target> backends = rule.backends().backends();
    if (backends.isEmpty()) {
      return answer(500, "", rule.ref() + " has no backend with a share", explanation);
    }
    BackendChoice.Target target = choose(rule.backends());
    if (target.fault().isPresent()) {
      return answer(500, "", target.fault().get(), explanation);
    }
    if (target.endpoints().isEmpty()) {
      String why = target.label() + " has no endpoint that is ready";
      return answer(503, target.label(), why, explanation);
    }
    explanation.add("backend " + target.label());
    Filters both = filters.and(target.filters());
    return new Decision.Forward(
        both.applyTo(passedOn(request)),
        target.label(),
        new GatewayPlan(
            new SpreadPlan(target.endpoints(), simulation, random), both, rule.rule().timeout()));
  }

  private BackendChoice.Target choose(BackendChoice choice) {
    return choice.backends().size() == 1
        ? choice.backends().get(0)
        : choice.backends().get(simulation.choices().weighted(random, choice.weights()));
  }

  private static HttpRequest passedOn(ProxyRequest request) {
    HttpRequest original = request.request();
    return original.withHeaders(
        original
            .headers()
            .without("Connection")
            .with("X-Forwarded-For", request.client().address().toString())
            .with("X-Forwarded-Proto", request.isTls() ? "https" : "http"));
  }

  private static Decision answer(int status, String backend, String why, Explanation explanation) {
    explanation.add(status + ": " + why);
    return new Decision.Answer(new HttpResponse(status, HttpHeaders.NONE, why), backend);
  }

  @Override
  public Certificate certificate(String serverName) {
    return table
        .get()
        .certificate(serverName)
        .orElseGet(() -> new Certificate("the controller's own", List.of()));
  }
}
