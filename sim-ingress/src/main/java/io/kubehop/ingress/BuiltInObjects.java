package io.kubehop.ingress;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of a built-in controller. It has been there before everything else: its Pod runs, and
 * its balancer has an address. It stands at the far end of its node's addresses and of the
 * balancer's, so that what users declare gets those that it would get without it.
 */
final class BuiltInObjects {
  private static final String TCP_SERVICES = "tcp-services";
  private static final String UDP_SERVICES = "udp-services";

  private final Collection<? extends KubeObject> declared;
  private final FarEnd addresses;

  BuiltInObjects(Collection<? extends KubeObject> declared, FarEnd addresses) {
    this.declared = declared;
    this.addresses = addresses;
  }

  List<KubeObject> of(String controller) {
    boolean nginx = controller.equals("k8s.io/ingress-nginx");
    String namespace = nginx ? "ingress-nginx" : "kube-system";
    String name =
        nginx ? "ingress-nginx-controller" : "ingress-" + controller.replaceAll("[^a-z0-9]+", "-");
    Optional<Service> given = service(new ObjectKey(Service.KIND, namespace, name));
    Map<String, String> labels =
        given
            .map(service -> service.spec().selector())
            .filter(selector -> !selector.isEmpty())
            .orElse(ImmutableMap.of("app.kubernetes.io/name", name));
    ObjectMeta meta = meta(namespace, name, labels, nginx);
    Pod pod = pod(meta, controller);
    return given.isPresent() ? List.of(pod) : List.of(pod, service(meta, labels));
  }

  private Optional<Service> service(ObjectKey key) {
    return declared.stream()
        .filter(object -> object.key().equals(key))
        .map(Service.class::cast)
        .findFirst();
  }

  private static ObjectMeta meta(
      String namespace, String name, Map<String, String> labels, boolean nginx) {
    String application =
        nginx ? ControllerKind.NGINX_APPLICATION : ControllerKind.GENERIC_APPLICATION;
    return ObjectMeta.builder()
        .namespace(namespace)
        .name(name)
        .labels(labels)
        .annotations(
            ImmutableMap.of(
                ObjectMeta.BUILT_IN_ANNOTATION, "true", ControllerKind.APPLICATION, application))
        .build();
  }

  private Pod pod(ObjectMeta meta, String controller) {
    List<String> arguments =
        List.of(
            "--controller-class=" + controller,
            "--publish-service=" + meta.namespace() + "/" + meta.name(),
            "--configmap=" + meta.namespace() + "/" + meta.name(),
            "--tcp-services-configmap=" + meta.namespace() + "/" + TCP_SERVICES,
            "--udp-services-configmap=" + meta.namespace() + "/" + UDP_SERVICES);
    return BuiltInPod.of(meta, arguments, List.of(80, 443), addresses);
  }

  private Service service(ObjectMeta meta, Map<String, String> labels) {
    ServiceSpec spec =
        ServiceSpec.builder()
            .type("LoadBalancer")
            .selector(labels)
            .externalTrafficPolicy(Optional.of("Local"))
            .ports(ports(meta.namespace()))
            .build();
    List<LoadBalancerIngress> points =
        addresses.takeForBalancer().map(LoadBalancerIngress::ofVip).stream().toList();
    return new Service(meta, spec, new ServiceStatus(points, List.of()));
  }

  /** What the controller listens on: for requests, and for TCP and UDP services. */
  private List<ServicePort> ports(String namespace) {
    List<ServicePort> ports = new ArrayList<>();
    ports.add(port("http", "TCP", 80, IntOrString.of(80)));
    ports.add(port("https", "TCP", 443, IntOrString.of(443)));
    streamPorts(namespace, TCP_SERVICES)
        .forEach(each -> ports.add(port("tcp-" + each, "TCP", each, IntOrString.of(each))));
    streamPorts(namespace, UDP_SERVICES)
        .forEach(each -> ports.add(port("udp-" + each, "UDP", each, IntOrString.of(each))));
    return ports;
  }

  private List<Integer> streamPorts(String namespace, String map) {
    ObjectKey key = new ObjectKey(ConfigMap.KIND, namespace, map);
    return declared.stream()
        .filter(object -> object.key().equals(key))
        .flatMap(object -> ((ConfigMap) object).data().keySet().stream())
        .filter(port -> port.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .filter(port -> port <= 65535 && port != 80 && port != 443)
        .distinct()
        .toList();
  }

  private static ServicePort port(String name, String protocol, int number, IntOrString target) {
    return new ServicePort(name, protocol, Optional.empty(), number, target, 0);
  }
}
