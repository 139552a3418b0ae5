package io.kubehop.ingress.gateway;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.api.CertificateReader;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The listeners of a Gateway with the rules that are attached to each. */
final class GatewayTable {
  /** The older first, then by namespace and name. */
  private static final Comparator<HTTPRoute> ORDER =
      Comparator.comparing(
              (HTTPRoute route) -> route.metadata().creationTimestamp().orElse(Instant.EPOCH))
          .thenComparing(HTTPRoute::key);

  private final List<Attached> listeners = new ArrayList<>();

  /**
   * A listener and its rules, the one that goes first first.
   *
   * @param certificates its certificates
   */
  record Attached(
      Gateway.Listener listener,
      Hostname hostname,
      List<RouteRule> rules,
      List<Certificate> certificates) {

    boolean isTls() {
      return listener.protocol().equals("HTTPS");
    }
  }

  private GatewayTable() {}

  /** Nothing. */
  static GatewayTable empty() {
    return new GatewayTable();
  }

  static GatewayTable of(Gateway gateway, IngressStore store, Findings findings) {
    GatewayTable table = new GatewayTable();
    List<HTTPRoute> routes = new ArrayList<>(store.apiServer().list(HTTPRoute.class));
    routes.sort(ORDER);
    Attachment attachment = new Attachment(gateway, store);
    routes.forEach(route -> RouteFindings.of(route, attachment, gateway, findings));
    for (Gateway.Listener listener : gateway.listeners()) {
      List<RouteRule> rules = new ArrayList<>();
      for (HTTPRoute route : routes) {
        List<Hostname> hosts = attachment.hostnames(route, listener);
        rules.addAll(rules(route, hosts, new BackendResolver(store, findings)));
      }
      rules.sort(RouteRule.PRECEDENCE);
      table.listeners.add(
          new Attached(
              listener,
              Hostname.of(listener.hostname()),
              List.copyOf(rules),
              certificates(gateway, listener, store)));
    }
    return table;
  }

  private static List<RouteRule> rules(
      HTTPRoute route, List<Hostname> hosts, BackendResolver resolver) {
    List<RouteRule> all = new ArrayList<>();
    for (int i = 0; i < route.rules().size() && !hosts.isEmpty(); i++) {
      HTTPRoute.Rule rule = route.rules().get(i);
      String path = "spec.rules[" + i + "]";
      RuleRef ref = new RuleRef(route.key(), path);
      BackendChoice backends = resolver.resolve(route, rule, path);
      List<HTTPRoute.Match> matches =
          rule.matches().isEmpty() ? List.of(HTTPRoute.Match.ALL) : rule.matches();
      for (HTTPRoute.Match match : matches) {
        hosts.forEach(
            host ->
                all.add(new RouteRule(host, new RouteMatch(match), route, rule, backends, ref)));
      }
    }
    return all;
  }

  private static List<Certificate> certificates(
      Gateway gateway, Gateway.Listener listener, IngressStore store) {
    Grants grants = new Grants(store);
    String own = gateway.metadata().namespace();
    return listener.certificates().stream()
        .filter(each -> each.namespace().isEmpty() || grants.allow(gateway, each.namespace(), each))
        .flatMap(
            each ->
                store
                    .secret(each.namespace().isEmpty() ? own : each.namespace(), each.name())
                    .flatMap(CertificateReader::read)
                    .stream())
        .toList();
  }

  /** The listener for a request at a port: the one with the most particular host that covers it. */
  Optional<Attached> listener(int port, String host) {
    return at(port).filter(each -> each.hostname.covers(host)).min(byHost());
  }

  /** The certificate for a name. */
  Optional<Certificate> certificate(String name) {
    return listeners.stream()
        .filter(Attached::isTls)
        .filter(each -> each.hostname.covers(name))
        .sorted(byHost())
        .flatMap(each -> each.certificates.stream())
        .findFirst();
  }

  private static Comparator<Attached> byHost() {
    return Comparator.comparing(Attached::hostname);
  }

  private Stream<Attached> at(int port) {
    return listeners.stream().filter(each -> each.listener.port() == port);
  }

  /** All listeners for HTTP. */
  List<Attached> listeners() {
    return listeners.stream()
        .filter(each -> each.isTls() || each.listener.protocol().equals("HTTP"))
        .toList();
  }

  /** Whether some rule is for a host in particular. */
  boolean claims(String host) {
    return listeners.stream()
        .flatMap(each -> each.rules.stream())
        .map(RouteRule::hostname)
        .anyMatch(name -> !name.equals(Hostname.ANY) && name.covers(host));
  }
}
