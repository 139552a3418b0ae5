package io.kubehop.scenarios.cluster;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Pods are CoreDNS, and the one that is built in where there is none. */
final class DnsObjects {
  private static final String NAMESPACE = "kube-system";
  private static final String BUILT_IN = "coredns-built-in";
  private static final String APPLICATION_ANNOTATION = "kubehop.io/app";
  private static final ObjectKey KUBE_DNS = new ObjectKey(Service.KIND, NAMESPACE, "kube-dns");
  private static final Map<String, String> LABELS = ImmutableMap.of("k8s-app", "kube-dns");
  private static final int DNS = 53;
  private static final int METRICS = 9153;

  private final ControlPlane controlPlane;
  private final ClusterConfig config;

  DnsObjects(ControlPlane controlPlane, ClusterConfig config) {
    this.controlPlane = controlPlane;
    this.config = config;
  }

  boolean isServer(Pod pod) {
    return isServer(pod.metadata(), pod.metadata().namespace(), pod.spec());
  }

  /** The annotation decides over the image and over what the Service selects. */
  private boolean isServer(ObjectMeta meta, String namespace, PodSpec spec) {
    String application = meta.annotations().get(APPLICATION_ANNOTATION);
    if (application != null) {
      return application.equals("coredns");
    }
    return spec.containers().stream().anyMatch(container -> isCoreDns(container.image()))
        || isSelected(meta.labels(), namespace);
  }

  private static boolean isCoreDns(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return name.replaceFirst("[:@].*", "").equals("coredns");
  }

  private boolean isSelected(Map<String, String> labels, String namespace) {
    Map<String, String> selector =
        service().map(s -> s.spec().selector()).orElse(ImmutableMap.of());
    return namespace.equals(NAMESPACE)
        && !selector.isEmpty()
        && labels.entrySet().containsAll(selector.entrySet());
  }

  private Optional<Service> service() {
    return controlPlane.find(KUBE_DNS).map(Service.class::cast);
  }

  /** Whether there is a CoreDNS, a workload that makes one, or somebody else in its place. */
  boolean hasServer() {
    boolean isGiven =
        controlPlane.slicesOf(KUBE_DNS).stream()
            .anyMatch(slice -> controlPlane.apiServer().isGiven(slice.key()));
    return isGiven
        || controlPlane.pods().stream().anyMatch(this::isServer)
        || workloads().anyMatch(this::makesServer);
  }

  private Stream<KubeObject> workloads() {
    return controlPlane.apiServer().list(KubeObject.class).stream();
  }

  private boolean makesServer(KubeObject workload) {
    return template(workload)
        .filter(
            template ->
                isServer(template.metadata(), workload.metadata().namespace(), template.spec()))
        .isPresent();
  }

  private static Optional<PodTemplateSpec> template(KubeObject workload) {
    if (workload instanceof Deployment deployment) {
      return Optional.of(deployment.spec().template());
    } else if (workload instanceof DaemonSet daemonSet) {
      return Optional.of(daemonSet.spec().template());
    } else if (workload instanceof StatefulSet statefulSet) {
      return Optional.of(statefulSet.spec().template());
    }
    return workload instanceof ReplicaSet replicaSet
        ? Optional.of(replicaSet.spec().template())
        : Optional.empty();
  }

  /**
   * The built-in server and its Service. It runs on the first node by name, at the end of the
   * node's Pod addresses, where it is in nobody's way.
   */
  List<KubeObject> builtIn() {
    List<KubeObject> built = new ArrayList<>();
    if (service().isEmpty()) {
      built.add(newService());
    }
    Map<String, String> labels =
        service().map(s -> s.spec().selector()).filter(s -> !s.isEmpty()).orElse(LABELS);
    built.add(newPod(labels, controlPlane.nodes().get(0)));
    return built;
  }

  private Service newService() {
    IpAddress tenth = config.serviceCIDRs().get(0).address().plus(10);
    boolean isTaken =
        controlPlane.services().stream()
            .anyMatch(s -> s.spec().clusterIPs().contains(tenth.toString()));
    ServiceSpec spec =
        ServiceSpec.builder()
            .clusterIP(isTaken ? "" : tenth.toString())
            .selector(LABELS)
            .ports(
                List.of(
                    port("dns", "UDP", DNS),
                    port("dns-tcp", "TCP", DNS),
                    port("metrics", "TCP", METRICS)))
            .build();
    ObjectMeta meta =
        ObjectMeta.of(NAMESPACE, "kube-dns").toBuilder()
            .annotations(ImmutableMap.of(ObjectMeta.BUILT_IN_ANNOTATION, "true"))
            .build();
    return new Service(meta, spec, ServiceStatus.EMPTY);
  }

  private static ServicePort port(String name, String protocol, int number) {
    return new ServicePort(name, protocol, Optional.empty(), number, IntOrString.of(number), 0);
  }

  private Pod newPod(Map<String, String> labels, Node node) {
    ObjectMeta meta =
        ObjectMeta.of(NAMESPACE, BUILT_IN).toBuilder()
            .labels(labels)
            .annotations(
                ImmutableMap.of(
                    ObjectMeta.BUILT_IN_ANNOTATION, "true", APPLICATION_ANNOTATION, "coredns"))
            .build();
    Container container =
        new Container(
            "coredns",
            "registry.k8s.io/coredns/coredns",
            List.of(),
            List.of(),
            List.of(
                new ContainerPort("dns", DNS, "UDP", 0, ""),
                new ContainerPort("dns-tcp", DNS, "TCP", 0, ""),
                new ContainerPort("metrics", METRICS, "TCP", 0, "")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PodSpec spec =
        PodSpec.builder()
            .nodeName(node.metadata().name())
            .containers(List.of(container))
            .dnsPolicy("Default")
            .build();
    PodStatus status =
        new PodStatus(
            "Running",
            addresses(node),
            node.status().internalIPs(),
            List.of(Condition.of("Ready", true)),
            Optional.empty());
    return new Pod(meta, spec, status);
  }

  private List<String> addresses(Node node) {
    return node.spec().podCIDRs().stream()
        .map(Cidr::parse)
        .map(cidr -> lastFree(cidr).toString())
        .toList();
  }

  /** The last address but the one for broadcasts that no Pod has. */
  private IpAddress lastFree(Cidr cidr) {
    IpAddress candidate = cidr.last().plus(-1);
    while (isTaken(candidate) && cidr.contains(candidate.plus(-1))) {
      candidate = candidate.plus(-1);
    }
    return candidate;
  }

  private boolean isTaken(IpAddress address) {
    String text = address.toString();
    boolean byPod =
        controlPlane.pods().stream().anyMatch(pod -> pod.status().podIPs().contains(text));
    return byPod
        || controlPlane.apiServer().list(EndpointSlice.class).stream()
            .flatMap(slice -> slice.endpoints().stream())
            .anyMatch(endpoint -> endpoint.addresses().contains(text));
  }
}
