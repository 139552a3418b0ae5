package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import java.util.List;
import java.util.Map;

/** Which Pods a Service selects, and which Services select a Pod. */
final class ServicePods {
  private final Index<Pod, LabelPair> podsByLabel;
  private final Index<Service, LabelPair> servicesByLabel;

  ServicePods(ApiServer apiServer) {
    podsByLabel = apiServer.index(Pod.class, pod -> LabelPair.of(pod, pod.metadata().labels()));
    servicesByLabel = apiServer.index(Service.class, ServicePods::firstOfSelector);
  }

  /** One label is enough to find a Service; the others are compared afterwards. */
  private static List<LabelPair> firstOfSelector(Service service) {
    return LabelPair.of(service, service.spec().selector()).stream().limit(1).toList();
  }

  List<Pod> podsOf(Service service) {
    return firstOfSelector(service).stream()
        .flatMap(label -> podsByLabel.get(label).stream())
        .filter(pod -> selects(service, pod))
        .toList();
  }

  List<Service> servicesOf(Pod pod) {
    return LabelPair.of(pod, pod.metadata().labels()).stream()
        .flatMap(label -> servicesByLabel.get(label).stream())
        .filter(service -> selects(service, pod))
        .toList();
  }

  private static boolean selects(Service service, Pod pod) {
    Map<String, String> labels = pod.metadata().labels();
    return service.spec().selector().entrySet().stream()
        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
  }
}
