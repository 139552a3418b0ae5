package io.kubehop.service.load;

import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.PortStatus;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes what load balancers publish, for Services and Ingresses alike. */
final class LoadBalancerCodec {
  private LoadBalancerCodec() {}

  static List<LoadBalancerIngress> decode(Fields loadBalancer) {
    return loadBalancer.objects("ingress").stream().map(LoadBalancerCodec::ingress).toList();
  }

  static TreeBuilder encode(List<LoadBalancerIngress> ingress) {
    return new TreeBuilder().list("ingress", ingress, LoadBalancerCodec::encodeIngress);
  }

  private static LoadBalancerIngress ingress(Fields fields) {
    return new LoadBalancerIngress(
        fields.text("ip", ""),
        fields.text("hostname", ""),
        fields.optionalText("ipMode"),
        fields.objects("ports").stream()
            .map(
                port ->
                    new PortStatus(
                        port.integer("port", 0),
                        port.text("protocol", "TCP"),
                        port.optionalText("error")))
            .toList());
  }

  private static TreeBuilder encodeIngress(LoadBalancerIngress ingress) {
    return new TreeBuilder()
        .text("ip", ingress.ip())
        .text("hostname", ingress.hostname())
        .optional("ipMode", ingress.ipMode())
        .list(
            "ports",
            ingress.ports(),
            port ->
                new TreeBuilder()
                    .number("port", port.port())
                    .text("protocol", port.protocol())
                    .optional("error", port.error()));
  }
}
