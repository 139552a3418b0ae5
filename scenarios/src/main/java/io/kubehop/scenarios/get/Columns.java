package io.kubehop.scenarios.get;

import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of each kind. */
final class Columns {
  private static final String NONE = "<none>";
  private static final int FEW = 5;

  private Columns() {}

  static String[] header(KubeObject object) {
    if (object instanceof Pod) {
      return new String[] {"NAMESPACE", "NAME", "READY", "STATUS", "IP", "NODE"};
    }
    if (object instanceof Service) {
      return new String[] {
        "NAMESPACE", "NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "SELECTOR"
      };
    }
    if (object instanceof EndpointSlice) {
      return new String[] {"NAMESPACE", "NAME", "ADDRESSTYPE", "PORTS", "ENDPOINTS", "READY"};
    }
    if (object instanceof Node) {
      return new String[] {"NAME", "INTERNAL-IP", "POD-CIDR"};
    }
    return object.metadata().namespace().isEmpty()
        ? new String[] {"NAME"}
        : new String[] {"NAMESPACE", "NAME"};
  }

  static String[] of(KubeObject object) {
    List<String> cells = new ArrayList<>();
    if (!object.metadata().namespace().isEmpty()) {
      cells.add(object.metadata().namespace());
    }
    cells.add(object.metadata().name());
    if (object instanceof Pod pod) {
      pod(pod, cells);
    } else if (object instanceof Service service) {
      service(service, cells);
    } else if (object instanceof EndpointSlice slice) {
      slice(slice, cells);
    } else if (object instanceof Node node) {
      cells.add(orNone(String.join(",", node.status().internalIPs())));
      cells.add(orNone(String.join(",", node.spec().podCIDRs())));
    }
    return cells.toArray(String[]::new);
  }

  private static void pod(Pod pod, List<String> cells) {
    int containers = pod.spec().containers().size();
    cells.add((pod.status().isReady() ? containers : 0) + "/" + containers);
    boolean ending = pod.metadata().deletionTimestamp().isPresent();
    cells.add(
        ending ? "Terminating" : pod.status().phase().isEmpty() ? "Pending" : pod.status().phase());
    cells.add(orNone(String.join(",", pod.status().podIPs())));
    cells.add(orNone(pod.spec().nodeName()));
  }

  private static void service(Service service, List<String> cells) {
    cells.add(service.spec().type());
    cells.add(orNone(service.spec().clusterIP()));
    cells.add(external(service));
    cells.add(
        orNone(
            service.spec().ports().stream().map(Columns::port).collect(Collectors.joining(","))));
    cells.add(
        orNone(
            service.spec().selector().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","))));
  }

  private static String external(Service service) {
    if (service.spec().isExternalName()) {
      return service.spec().externalName();
    }
    List<String> addresses = new ArrayList<>();
    for (LoadBalancerIngress ingress : service.status().loadBalancer()) {
      addresses.add(ingress.ip().isEmpty() ? ingress.hostname() : ingress.ip());
    }
    addresses.addAll(service.spec().externalIPs());
    if (addresses.isEmpty() && service.spec().isLoadBalancer()) {
      return "<pending>";
    }
    return orNone(String.join(",", addresses));
  }

  private static String port(ServicePort port) {
    String nodePort = port.nodePort() == 0 ? "" : ":" + port.nodePort();
    return port.port() + nodePort + "/" + port.protocol();
  }

  private static void slice(EndpointSlice slice, List<String> cells) {
    cells.add(slice.addressType());
    cells.add(
        orNone(
            slice.ports().stream()
                .map(EndpointPort::port)
                .map(port -> port.map(String::valueOf).orElse("*"))
                .collect(Collectors.joining(","))));
    List<String> addresses =
        slice.endpoints().stream().flatMap(each -> each.addresses().stream()).toList();
    String more = addresses.size() > FEW ? " + " + (addresses.size() - FEW) + " more..." : "";
    cells.add(orNone(addresses.stream().limit(FEW).collect(Collectors.joining(",")) + more));
    long ready = slice.endpoints().stream().filter(each -> each.conditions().isReady()).count();
    cells.add(ready + "/" + slice.endpoints().size());
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }
}
