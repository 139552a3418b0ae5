package io.kubehop.ingress;

import com.google.common.collect.ImmutableMap;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.api.Gateway;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Pods and Services of Gateways: each Gateway has a controller of its own, and takes an address
 * of the balancer's pool, as a Service of a user's would.
 */
final class BuiltInGateways {
  private static final String NAMESPACE = "kube-system";
  private static final String GATEWAY = "gateway";

  private final Collection<? extends KubeObject> declared;
  private final FarEnd addresses;

  BuiltInGateways(Collection<? extends KubeObject> declared, FarEnd addresses) {
    this.declared = declared;
    this.addresses = addresses;
  }

  /** The Gateway that the Pod of a controller is for. */
  static ObjectKey gatewayOf(ControllerFlags flags) {
    String value = flags.text(GATEWAY);
    int slash = value.indexOf('/');
    return new ObjectKey(
        Gateway.KIND, value.substring(0, Math.max(0, slash)), value.substring(slash + 1));
  }

  List<KubeObject> all() {
    Map<ObjectKey, Set<Integer>> ports = new LinkedHashMap<>();
    for (KubeObject object : declared) {
      if (object instanceof Gateway gateway) {
        Set<Integer> known = ports.computeIfAbsent(gateway.key(), key -> new TreeSet<>());
        gateway.listeners().forEach(listener -> known.add(listener.port()));
      }
    }
    List<KubeObject> objects = new ArrayList<>();
    ports.forEach(
        (key, numbers) -> {
          if (!isServed(key)) {
            objects.addAll(of(key, numbers));
          }
        });
    return objects;
  }

  private boolean isServed(ObjectKey gateway) {
    return declared.stream()
        .filter(Pod.class::isInstance)
        .map(Pod.class::cast)
        .filter(
            pod ->
                ControllerKind.of(pod.metadata(), pod.spec())
                    .filter(ControllerKind.GATEWAY::equals)
                    .isPresent())
        .anyMatch(pod -> gatewayOf(ControllerFlags.of(pod)).equals(gateway));
  }

  private List<KubeObject> of(ObjectKey gateway, Set<Integer> ports) {
    String name = "gateway-" + gateway.namespace() + "-" + gateway.name();
    Map<String, String> labels = ImmutableMap.of("app.kubernetes.io/name", name);
    ObjectMeta meta =
        ObjectMeta.builder()
            .namespace(NAMESPACE)
            .name(name)
            .labels(labels)
            .annotations(
                ImmutableMap.of(
                    ObjectMeta.BUILT_IN_ANNOTATION,
                    "true",
                    ControllerKind.APPLICATION,
                    ControllerKind.GATEWAY_APPLICATION))
            .build();
    List<String> arguments =
        List.of(
            "--gateway=" + gateway.namespacedName(), "--publish-service=" + NAMESPACE + "/" + name);
    return List.of(
        BuiltInPod.of(meta, arguments, List.copyOf(ports), addresses),
        service(meta, labels, ports));
  }

  private Service service(ObjectMeta meta, Map<String, String> labels, Set<Integer> ports) {
    ServiceSpec spec =
        ServiceSpec.builder()
            .type("LoadBalancer")
            .selector(labels)
            .externalTrafficPolicy(Optional.of("Local"))
            .ports(ports.stream().map(BuiltInGateways::port).toList())
            .build();
    List<LoadBalancerIngress> points =
        addresses.takeFirstForBalancer().map(LoadBalancerIngress::ofVip).stream().toList();
    return new Service(meta, spec, new ServiceStatus(points, List.of()));
  }

  private static ServicePort port(int number) {
    return new ServicePort(
        "port-" + number, "TCP", Optional.empty(), number, IntOrString.of(number), 0);
  }
}
