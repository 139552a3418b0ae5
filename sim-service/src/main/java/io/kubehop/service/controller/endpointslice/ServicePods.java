package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.controller.LabelPair;
import io.kubehop.service.controller.PodLister;
import java.util.List;
import java.util.Map;

/** Which Pods a Service selects, and which Services select a Pod. */
final class ServicePods {
  private final PodLister pods;
  private final Index<Service, LabelPair> servicesByLabel;

  ServicePods(ApiServer apiServer, PodLister pods) {
    this.pods = pods;
    this.servicesByLabel = apiServer.index(Service.class, ServicePods::firstOfSelector);
  }

  /** One label is enough to find a Service; the others are compared afterwards. */
  private static List<LabelPair> firstOfSelector(Service service) {
    return LabelPair.of(service, service.spec().selector()).stream().limit(1).toList();
  }

  List<Pod> podsOf(Service service) {
    return pods.withLabels(service, service.spec().selector());
  }

  List<Service> servicesOf(Pod pod) {
    Map<String, String> labels = pod.metadata().labels();
    return LabelPair.of(pod, labels).stream()
        .flatMap(label -> servicesByLabel.get(label).stream())
        .filter(service -> labels.entrySet().containsAll(service.spec().selector().entrySet()))
        .toList();
  }
}
