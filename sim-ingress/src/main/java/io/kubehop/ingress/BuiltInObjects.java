package io.kubehop.ingress;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.config.ClusterConfig;
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
  /** Marks what the simulator deploys by itself. */
  static final String BUILT_IN = "kubehop.io/built-in";

  private final FarEnd addresses;

  BuiltInObjects(Collection<? extends KubeObject> declared, ClusterConfig config) {
    this.addresses = new FarEnd(declared, config);
  }

  List<KubeObject> of(String controller) {
    boolean nginx = controller.equals("k8s.io/ingress-nginx");
    String namespace = nginx ? "ingress-nginx" : "ingress";
    String name =
        nginx
            ? "ingress-nginx-controller"
            : "controller-" + controller.replaceAll("[^a-z0-9]+", "-");
    Map<String, String> labels = ImmutableMap.of("app.kubernetes.io/name", name);
    return List.of(
        new Namespace(ObjectMeta.of("", namespace)),
        pod(meta(namespace, name, labels, nginx), controller),
        service(meta(namespace, name, labels, nginx), labels));
  }

  private static ObjectMeta meta(
      String namespace, String name, Map<String, String> labels, boolean nginx) {
    String application =
        nginx ? ControllerKind.NGINX_APPLICATION : ControllerKind.GENERIC_APPLICATION;
    return ObjectMeta.builder()
        .namespace(namespace)
        .name(name)
        .labels(labels)
        .annotations(ImmutableMap.of(BUILT_IN, "true", ControllerKind.APPLICATION, application))
        .build();
  }

  private Pod pod(ObjectMeta meta, String controller) {
    List<String> arguments =
        List.of(
            "--controller-class=" + controller,
            "--publish-service=" + meta.namespace() + "/" + meta.name());
    Container container =
        new Container(
            "controller",
            "kubehop/ingress",
            List.of(),
            arguments,
            List.of(
                new ContainerPort("http", 80, "TCP", 0, ""),
                new ContainerPort("https", 443, "TCP", 0, "")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PodSpec spec =
        PodSpec.builder().containers(List.of(container)).nodeName(addresses.node()).build();
    List<String> own = addresses.takeForPod();
    return new Pod(meta, spec, own.isEmpty() ? PodStatus.EMPTY : running(own));
  }

  private static PodStatus running(List<String> addresses) {
    return new PodStatus(
        "Running", addresses, List.of(), List.of(Condition.of("Ready", true)), Optional.empty());
  }

  private Service service(ObjectMeta meta, Map<String, String> labels) {
    ServiceSpec spec =
        ServiceSpec.builder()
            .type("LoadBalancer")
            .selector(labels)
            .externalTrafficPolicy(Optional.of("Local"))
            .ports(List.of(port("http", 80), port("https", 443)))
            .build();
    List<LoadBalancerIngress> points =
        addresses.takeForBalancer().map(LoadBalancerIngress::ofVip).stream().toList();
    return new Service(meta, spec, new ServiceStatus(points, List.of()));
  }

  private static ServicePort port(String name, int number) {
    return new ServicePort(name, "TCP", Optional.empty(), number, IntOrString.of(name), 0);
  }
}
