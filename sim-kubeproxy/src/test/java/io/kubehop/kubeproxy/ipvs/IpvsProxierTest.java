package io.kubehop.kubeproxy.ipvs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.ipvs.IpvsTimeouts;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What kube-proxy keeps on a node in ipvs mode. */
class IpvsProxierTest {

  /** A Service {@code shop/NAME} at 172.30.0.NUMBER with further fields. */
  private static String service(String name, int number, String more) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: shop}
        spec: {clusterIP: 172.30.0.%d, ports: [{port: 80, protocol: TCP}]%s}
        """
        .formatted(name, number, more);
  }

  /** The endpoints of a Service; those with a final {@code *} are on node-a. */
  private static String slice(String service, String... addresses) {
    StringBuilder endpoints = new StringBuilder();
    for (String each : addresses) {
      boolean here = each.endsWith("*");
      String address = here ? each.substring(0, each.length() - 1) : each;
      endpoints
          .append("- {addresses: [")
          .append(address)
          .append(here ? "], nodeName: node-a}\n" : "], nodeName: node-b}\n");
    }
    return """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: %1$s-1, namespace: shop, labels: {kubernetes.io/service-name: %1$s}}
        addressType: IPv4
        ports: [{name: "", port: 8080, protocol: TCP}]
        endpoints:
        %2$s"""
        .formatted(service, endpoints);
  }

  @Test
  void a_cluster_IP_is_a_virtual_server_and_an_address_of_the_node() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.0.1*", "10.0.1.1"));

    assertThat(node.ipvsadm())
        .containsExactly(
            "-A -t 172.30.0.1:80 -s rr",
            "-a -t 172.30.0.1:80 -r 10.0.0.1:8080 -m -w 1",
            "-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 1");
    assertThat(node.bound()).containsExactly("172.30.0.1");
    assertThat(node.set("KUBE-CLUSTER-IP")).containsExactly("172.30.0.1,tcp:80");
    assertThat(node.set("KUBE-IPVS-IPS")).containsExactly("172.30.0.1");
    assertThat(node.set("KUBE-LOOP-BACK")).containsExactly("10.0.0.1,tcp:8080,10.0.0.1");
    assertThat(node.set("KUBE-6-CLUSTER-IP")).isEmpty();
    assertThat(node.ipvs().sysctls()).isEqualTo(new IpvsSysctls(true, true, true, 1));
  }

  @Test
  void nothing_of_a_Service_stays_when_it_is_gone() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.0.1*"));

    node.delete("Service", "cart");

    assertThat(node.ipvsadm()).isEmpty();
    assertThat(node.bound()).isEmpty();
    assertThat(node.set("KUBE-CLUSTER-IP")).isEmpty();
    assertThat(node.set("KUBE-LOOP-BACK")).isEmpty();
    assertThat(node.rules("KUBE-SERVICES"))
        .containsExactly(
            "-s 127.0.0.0/8 -j RETURN", "-m addrtype --dst-type LOCAL -j KUBE-NODE-PORT");
  }

  @Test
  void a_TCP_server_with_connections_is_drained_and_goes_within_a_minute_of_their_end() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.1.1"));
    node.connect(Protocol.TCP, "172.30.0.1", 40_000); // SYN_RECV lasts 60 s

    node.apply(slice("cart", "10.0.1.2"));

    assertThat(node.ipvsadm())
        .contains("-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 0")
        .contains("-a -t 172.30.0.1:80 -r 10.0.1.2:8080 -m -w 1");
    node.pass(59);
    assertThat(node.ipvsadm()).contains("-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 0");
    node.pass(62);
    assertThat(node.ipvsadm())
        .containsExactly(
            "-A -t 172.30.0.1:80 -s rr", "-a -t 172.30.0.1:80 -r 10.0.1.2:8080 -m -w 1");
  }

  @Test
  void a_server_without_connections_goes_at_once() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.1.1"));

    node.apply(slice("cart", "10.0.1.2"));

    assertThat(node.ipvsadm()).doesNotContain("-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 0");
  }

  @Test
  void a_UDP_server_goes_at_once_with_its_connections() {
    String udp = service("cart", 1, "").replace("TCP", "UDP");
    IpvsNode node = IpvsNode.of("", udp, slice("cart", "10.0.1.1").replace("TCP", "UDP"));
    node.connect(Protocol.UDP, "172.30.0.1", 40_000);
    assertThat(node.ipvs().connections()).hasSize(1);

    node.apply(slice("cart", "10.0.1.2").replace("TCP", "UDP"));

    assertThat(node.ipvsadm())
        .containsExactly(
            "-A -u 172.30.0.1:80 -s rr", "-a -u 172.30.0.1:80 -r 10.0.1.2:8080 -m -w 1");
    node.pass(1);
    assertThat(node.ipvs().connections()).isEmpty();
  }

  @Test
  void a_drained_server_that_is_wanted_again_has_its_weight_again() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.1.1"));
    node.connect(Protocol.TCP, "172.30.0.1", 40_000);
    node.apply(slice("cart", "10.0.1.2"));

    node.apply(slice("cart", "10.0.1.1", "10.0.1.2"));

    assertThat(node.ipvsadm()).contains("-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 1");
    node.pass(180);
    assertThat(node.ipvsadm()).contains("-a -t 172.30.0.1:80 -r 10.0.1.1:8080 -m -w 1");
  }

  @Test
  void a_proxy_that_starts_takes_over_what_it_finds() {
    IpvsNode node = IpvsNode.of("ipvs: {excludeCIDRs: [10.9.0.0/16]}", service("cart", 1, ""));
    VirtualServerKey stray = VirtualServerKey.of(Protocol.TCP, IpAddress.parse("10.8.0.1"), 80);
    VirtualServerKey other = VirtualServerKey.of(Protocol.TCP, IpAddress.parse("10.9.0.1"), 80);
    node.ipvs().addService(VirtualServerConfig.of(stray, SchedulerKind.RR));
    node.ipvs().addService(VirtualServerConfig.of(other, SchedulerKind.WLC));

    node.restart();

    assertThat(node.ipvsadm())
        .containsExactly("-A -t 172.30.0.1:80 -s rr", "-A -t 10.9.0.1:80 -s wlc");
  }

  @Test
  void a_changed_Service_keeps_its_virtual_server() {
    IpvsNode node = IpvsNode.of("", service("cart", 1, ""), slice("cart", "10.0.1.1"));
    node.connect(Protocol.TCP, "172.30.0.1", 40_000);

    node.apply(service("cart", 1, ", sessionAffinity: ClientIP"));

    assertThat(node.ipvsadm()).contains("-A -t 172.30.0.1:80 -s rr -p 10800");
    assertThat(node.ipvs().connections()).hasSize(1);
  }

  @Test
  void of_two_Services_at_one_address_the_other_has_it_when_one_goes() {
    String external = ", externalIPs: [203.0.113.5]";
    IpvsNode node =
        IpvsNode.of(
            "",
            service("cart", 1, external),
            slice("cart", "10.0.1.1"),
            service("web", 2, external),
            slice("web", "10.0.1.2"));
    assertThat(node.ipvsadm()).contains("-a -t 203.0.113.5:80 -r 10.0.1.2:8080 -m -w 1");

    node.delete("Service", "web");

    assertThat(node.ipvsadm())
        .contains("-a -t 203.0.113.5:80 -r 10.0.1.1:8080 -m -w 1")
        .doesNotContain("-a -t 203.0.113.5:80 -r 10.0.1.2:8080 -m -w 1");
    assertThat(node.bound()).contains("203.0.113.5");
    assertThat(node.set("KUBE-EXTERNAL-IP")).containsExactly("203.0.113.5,tcp:80");
  }

  @Test
  void what_is_configured_reaches_the_kernel() {
    IpvsNode node =
        IpvsNode.of(
            "ipvs: {scheduler: mh, strictARP: true, tcpTimeout: 10m, udpTimeout: 60s}",
            service("cart", 1, ""));

    assertThat(node.ipvsadm()).containsExactly("-A -t 172.30.0.1:80 -s mh -b mh-port");
    assertThat(node.ipvs().timeouts()).isEqualTo(new IpvsTimeouts(600, 120, 60));
    assertThat(node.host.sysctl(Sysctl.ARP_IGNORE)).isEqualTo(1);
    assertThat(node.host.sysctl(Sysctl.ARP_ANNOUNCE)).isEqualTo(2);
    assertThat(node.host.sysctl(Sysctl.ROUTE_LOCALNET)).isZero();
  }

  @Test
  void a_load_balancer_that_leaves_the_node_out_is_closed_to_it() {
    String balancer =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop}
        spec:
          type: LoadBalancer
          clusterIP: 172.30.0.1
          loadBalancerSourceRanges: [203.0.113.0/24, 0.0.0.0/0]
          allocateLoadBalancerNodePorts: false
          ports: [{port: 80}]
        status: {loadBalancer: {ingress: [{ip: 198.51.100.7}]}}
        """;
    IpvsNode all = IpvsNode.of("", balancer);
    IpvsNode some = IpvsNode.of("", balancer.replace(", 0.0.0.0/0", ""));

    // the kernel takes no network of length 0, but kube-proxy goes by it
    assertThat(all.set("KUBE-LOAD-BALANCER-SOURCE-CIDR"))
        .containsExactly("198.51.100.7,tcp:80,203.0.113.0/24");
    assertThat(all.set("KUBE-LOAD-BALANCER-SOURCE-IP"))
        .containsExactly("198.51.100.7,tcp:80,198.51.100.7");
    assertThat(all.rules("KUBE-IPVS-OUT-FILTER")).isEmpty();
    assertThat(some.rules("KUBE-IPVS-OUT-FILTER"))
        .isEqualTo(
            List.of(
                "-s 198.51.100.7/32 -m ipvs --vproto 6 --vaddr 198.51.100.7 --vport 80 -j DROP"));
  }
}
