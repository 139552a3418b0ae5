package io.kubehop.ingress.api;

import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.LoadBalancerIngress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the world's DNS says of the hosts of Ingresses, if their owners keep it as the status of the
 * Ingresses asks.
 */
public final class IngressAddresses {
  private final IngressStore store;

  /** Answers from what the store has at the time. */
  public IngressAddresses(IngressStore store) {
    this.store = store;
  }

  /** Returns the address for a host name; absent if no Ingress has one. */
  public Optional<String> of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    String wildcard = dot < 0 ? name : "*" + name.substring(dot);
    return first(ingress -> claims(ingress, name))
        .or(() -> first(ingress -> claims(ingress, wildcard)))
        .or(() -> first(ingress -> true));
  }

  private static boolean claims(Ingress ingress, String host) {
    return ingress.spec().rules().stream().anyMatch(rule -> rule.host().equalsIgnoreCase(host));
  }

  private Optional<String> first(Predicate<Ingress> wanted) {
    return store.ingresses().stream()
        .filter(wanted)
        .map(ingress -> ingress.status().loadBalancer())
        .flatMap(List::stream)
        .map(LoadBalancerIngress::ip)
        .filter(ip -> !ip.isEmpty())
        .findFirst();
  }
}
