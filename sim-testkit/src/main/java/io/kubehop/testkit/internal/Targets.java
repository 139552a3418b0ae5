package io.kubehop.testkit.internal;

import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The clients of a cluster, and what they can call. */
public final class Targets {
  private static final String SYSTEM = "kube-system";

  /** The client outside, with an address for documentation (RFC 5737). */
  public static final String OUTSIDE = "external/198.51.100.10";

  private static final String AT = " at ";
  private static final String BY_NODE_PORT = " by node port";

  private Targets() {}

  /** Every Pod outside {@code kube-system}, and a client outside the cluster. */
  public static List<String> clients(ClusterSimulation cluster) {
    List<String> clients = new ArrayList<>();
    for (Pod pod : all(cluster, Pod.class)) {
      if (!pod.metadata().namespace().equals(SYSTEM)) {
        clients.add("pod/" + pod.key().namespacedName());
      }
    }
    clients.add(OUTSIDE);
    return clients;
  }

  /** The URL of every port of every Service by its name, such as {@code shop/cart:80}. */
  public static Map<String, String> services(ClusterSimulation cluster) {
    Optional<IpAddress> node =
        all(cluster, Node.class).stream().flatMap(Targets::address).findFirst();
    Map<String, String> targets = new LinkedHashMap<>();
    for (Service service : all(cluster, Service.class)) {
      if (!service.metadata().namespace().equals(SYSTEM)) {
        service.spec().ports().forEach(port -> add(service, port, node, targets));
      }
    }
    return targets;
  }

  /** Whether a destination of this name is the cluster IP of a Service. */
  public static boolean isInsideOnly(String name) {
    return !name.contains("://") && !name.contains(AT) && !name.endsWith(BY_NODE_PORT);
  }

  private static void add(
      Service service, ServicePort port, Optional<IpAddress> node, Map<String, String> targets) {
    String name = service.key().namespacedName() + ":" + port.port();
    String suffix = port.protocol().equals("TCP") ? "" : "/" + port.protocol();
    List<IpAddress> own = addresses(service.spec().clusterIPs());
    for (IpAddress ip : own) {
      String family = own.size() == 1 ? "" : ip.isV4() ? " (IPv4)" : " (IPv6)";
      targets.put(name + suffix + family, url(port, ip, port.port()));
    }
    List<String> balancers =
        service.status().loadBalancer().stream().map(LoadBalancerIngress::ip).toList();
    for (IpAddress ip : addresses(balancers)) {
      targets.put(name + suffix + AT + ip, url(port, ip, port.port()));
    }
    if (port.nodePort() != 0 && node.isPresent()) {
      targets.put(name + suffix + BY_NODE_PORT, url(port, node.get(), port.nodePort()));
    }
  }

  private static List<IpAddress> addresses(List<String> texts) {
    return texts.stream().filter(IpAddress::isAddress).map(IpAddress::parse).toList();
  }

  /** How a port is called at an address. */
  public static String url(ServicePort port, IpAddress ip, int number) {
    String host = ip.isV4() ? ip.toString() : "[" + ip + "]";
    return port.protocol().toLowerCase(Locale.ROOT) + "://" + host + ":" + number;
  }

  private static java.util.stream.Stream<IpAddress> address(Node node) {
    return node.status().addresses().stream()
        .filter(each -> each.type().equals("InternalIP"))
        .map(each -> IpAddress.parse(each.address()));
  }

  /** All objects of a kind, in order of their keys. */
  public static <T extends KubeObject> List<T> all(ClusterSimulation cluster, Class<T> kind) {
    return cluster.get("").objects().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
