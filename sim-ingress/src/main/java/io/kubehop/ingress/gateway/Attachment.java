package io.kubehop.ingress.gateway;

import io.kubehop.ingress.api.IngressStore;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which routes are attached to which listeners of a Gateway, and for which hosts. */
final class Attachment {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  private final Gateway gateway;
  private final IngressStore store;

  Attachment(Gateway gateway, IngressStore store) {
    this.gateway = gateway;
    this.store = store;
  }

  /** The hosts for which a route is attached to a listener; none if it is not. */
  List<Hostname> hostnames(HTTPRoute route, Gateway.Listener listener) {
    boolean wanted = route.parents().stream().anyMatch(parent -> isMeant(parent, route, listener));
    if (!wanted || !allows(listener, route)) {
      return List.of();
    }
    Hostname host = Hostname.of(listener.hostname());
    return route.hostnames().isEmpty()
        ? List.of(host)
        : route.hostnames().stream()
            .map(Hostname::of)
            .flatMap(each -> each.and(host).stream())
            .distinct()
            .toList();
  }

  /** Whether a route names the Gateway at all. */
  boolean isWanted(HTTPRoute route) {
    return route.parents().stream().anyMatch(parent -> isMeant(parent, route));
  }

  private boolean isMeant(HTTPRoute.ParentReference wanted, HTTPRoute route) {
    Gateway.Reference parent = wanted.parent();
    String namespace =
        parent.namespace().isEmpty() ? route.metadata().namespace() : parent.namespace();
    return new ObjectKey(parent.kind(), namespace, parent.name()).equals(gateway.key());
  }

  private boolean isMeant(
      HTTPRoute.ParentReference wanted, HTTPRoute route, Gateway.Listener listener) {
    return isMeant(wanted, route)
        && (wanted.sectionName().isEmpty() || wanted.sectionName().equals(listener.name()))
        && (wanted.port() == 0 || wanted.port() == listener.port());
  }

  private boolean allows(Gateway.Listener listener, HTTPRoute route) {
    Gateway.AllowedRoutes allowed = listener.routes();
    boolean kind = allowed.kinds().isEmpty() || allowed.kinds().contains(HTTPRoute.KIND);
    String namespace = route.metadata().namespace();
    return kind
        && switch (allowed.from()) {
          case "All" -> true;
          case "Selector" ->
              allowed.selector().filter(each -> each.matches(labels(namespace))).isPresent();
          case "None" -> false;
          default -> namespace.equals(gateway.metadata().namespace());
        };
  }

  private Map<String, String> labels(String namespace) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(NAME_LABEL, namespace);
    Optional<Namespace> object =
        store.apiServer().find(Namespace.class, ObjectKey.ofCluster(Namespace.KIND, namespace));
    object.ifPresent(found -> labels.putAll(found.metadata().labels()));
    return labels;
  }
}
