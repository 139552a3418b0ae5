package io.kubehop.dns.kubernetes;

import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The view of a cluster through the filters of one {@code kubernetes} directive. */
final class Exposure {
  private final ClusterView view;
  private final KubernetesOptions options;

  Exposure(ClusterView view, KubernetesOptions options) {
    this.view = view;
    this.options = options;
  }

  boolean exposesNamespace(String name) {
    LabelSelector labels = options.namespaceLabels();
    return isListed(name)
        && view.namespace(name)
            .filter(namespace -> labels == null || labels.matches(namespace.metadata().labels()))
            .isPresent();
  }

  private boolean isListed(String namespace) {
    return options.namespaces().isEmpty() || options.namespaces().contains(namespace);
  }

  /** Reverse names heed the list of namespaces, but not their labels. */
  boolean exposesReverse(KubeObject object) {
    String namespace = object.metadata().namespace();
    return options.namespaces().isEmpty() || exposesNamespace(namespace);
  }

  @Nullable Service service(String namespace, String name) {
    List<Service> found = exposed(view.services(namespace, name));
    return found.isEmpty() ? null : found.get(0);
  }

  List<Service> servicesWithClusterIp(String address) {
    return exposed(view.servicesWithClusterIp(address));
  }

  List<Service> servicesWithExternalIp(String address) {
    return exposed(view.servicesWithExternalIp(address));
  }

  List<EndpointSlice> slicesOf(Service service) {
    return options.knowsEndpoints() ? exposed(view.slicesOf(service)) : List.of();
  }

  List<EndpointSlice> slicesWithAddress(String address) {
    return options.knowsEndpoints() ? exposed(view.slicesWithAddress(address)) : List.of();
  }

  List<Pod> podsWithIp(String address) {
    return exposed(view.podsWithIp(address));
  }

  private <T extends KubeObject> List<T> exposed(List<T> objects) {
    LabelSelector labels = options.labels();
    return labels == null
        ? objects
        : objects.stream().filter(object -> labels.matches(object.metadata().labels())).toList();
  }
}
