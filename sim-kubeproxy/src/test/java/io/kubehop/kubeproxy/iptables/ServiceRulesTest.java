package io.kubehop.kubeproxy.iptables;

import static io.kubehop.kubeproxy.Manifests.balancedAt;
import static io.kubehop.kubeproxy.Manifests.endpoint;
import static io.kubehop.kubeproxy.Manifests.service;
import static io.kubehop.kubeproxy.Manifests.serviceOf;
import static io.kubehop.kubeproxy.Manifests.slice;
import static io.kubehop.kubeproxy.Manifests.sliceOf;
import static io.kubehop.kubeproxy.Manifests.twoNodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.kubeproxy.Dump;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.services.ServicePortName;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands in the chains of one Service {@code ns/svc}, kind by kind. */
class ServiceRulesTest {
  private static final String ON_A = endpoint("10.0.1.1", "a");
  private static final String[] NODE_PORT = {"type: NodePort"};
  private static final ChainNames CHAINS =
      ChainNames.of(new ServicePortName("ns", "svc", "http", Protocol.TCP));

  @Test
  void withoutEndpointsEveryWayIsRejected() {
    Dump rules =
        ProxiedCluster.of(
                twoNodes(),
                serviceOf(
                    "svc",
                    "172.30.0.1",
                    "{name: http, port: 80, nodePort: 3080}",
                    "type: NodePort",
                    "externalIPs: [198.51.100.1]"))
            .dump("a");

    assertThat(rules.rules("filter KUBE-SERVICES"))
        .containsExactly(
            "-d 172.30.0.1/32 -p tcp -m comment --comment \"ns/svc:http has no endpoints\" -m tcp"
                + " --dport 80 -j REJECT --reject-with icmp-port-unreachable");
    assertThat(rules.rules("filter KUBE-EXTERNAL-SERVICES"))
        .containsExactly(
            "-d 198.51.100.1/32 -p tcp -m comment --comment \"ns/svc:http has no endpoints\" -m tcp"
                + " --dport 80 -j REJECT --reject-with icmp-port-unreachable",
            "-p tcp -m comment --comment \"ns/svc:http has no endpoints\" -m addrtype --dst-type"
                + " LOCAL -m tcp --dport 3080 -j REJECT --reject-with icmp-port-unreachable");
    assertThat(rules.rules("nat KUBE-SERVICES")).hasSize(1);
  }

  @Test
  void internalPolicyLocalDropsWhereThereIsNoLocalEndpoint() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("svc", "172.30.0.1", "internalTrafficPolicy: Local"),
            slice("svc", ON_A));

    assertThat(cluster.dump("a").rules("nat " + CHAINS.local()))
        .containsExactly(
            "! -s 10.0.0.0/8 -d 172.30.0.1/32 -p tcp -m comment --comment \"ns/svc:http cluster"
                + " IP\" -m tcp --dport 80 -j KUBE-MARK-MASQ",
            "-m comment --comment \"ns/svc:http -> 10.0.1.1:8080\" -j "
                + cluster.dump("a").chains().keySet().stream()
                    .filter(chain -> chain.startsWith("nat KUBE-SEP-"))
                    .map(chain -> chain.substring(4))
                    .findFirst()
                    .orElseThrow());
    assertThat(cluster.dump("a").rules("nat " + CHAINS.cluster())).isEmpty();
    assertThat(cluster.dump("b").rules("filter KUBE-SERVICES"))
        .singleElement()
        .asString()
        .contains("has no local endpoints")
        .endsWith("-j DROP");
  }

  @Test
  void bothPoliciesLocalLeaveTheClusterChainToPodsAndTheNode() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service(
                "svc",
                "172.30.0.1",
                "type: NodePort",
                "internalTrafficPolicy: Local",
                "externalTrafficPolicy: Local"),
            slice("svc", ON_A));

    assertThat(cluster.dump("b").rules("nat " + CHAINS.cluster()))
        .singleElement()
        .asString()
        .contains("ns/svc:http -> 10.0.1.1:8080");
    assertThat(cluster.dump("b").rules("nat " + CHAINS.external()))
        .hasSize(3)
        .noneMatch(rule -> rule.endsWith("-j " + CHAINS.local()));
    assertThat(cluster.dump("a").rules("nat " + CHAINS.external()))
        .last()
        .isEqualTo("-j " + CHAINS.local());
  }

  @Test
  void sourceRangesLetTheNodeInIfTheyHoldIt() {
    String spec = "loadBalancerSourceRanges: ['%s', ' 203.0.113.0/24 ']";
    Dump in = balanced(spec.formatted("192.168.0.2/32")).dump("a");
    Dump out = balanced(spec.formatted("192.168.0.9/32")).dump("a");

    assertThat(in.rules("nat " + CHAINS.firewall()))
        .hasSize(4)
        .element(2)
        .asString()
        .startsWith("-s 198.51.100.7/32 ");
    assertThat(out.rules("nat " + CHAINS.firewall())).hasSize(3);
    assertThat(out.rules("filter KUBE-PROXY-FIREWALL")).hasSize(1);
  }

  @Test
  void onlyTheNodeThatARangeHoldsLooksDifferent() {
    ProxiedCluster cluster = balanced("loadBalancerSourceRanges: [192.168.0.2/32]");

    assertThat(cluster.dump("a").rules("nat " + CHAINS.firewall())).hasSize(3);
    assertThat(cluster.dump("b").rules("nat " + CHAINS.firewall())).hasSize(2);
  }

  @Test
  void anAddressInModeProxyHasNoRule() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("svc", "172.30.0.1", "type: LoadBalancer")
                + balancedAt("198.51.100.7").replace("}]", ", ipMode: Proxy}]"),
            slice("svc", ON_A));

    assertThat(cluster.node("a").text(IpFamily.IPV4)).doesNotContain("198.51.100.7");
  }

  @Test
  void affinityRemembersTheEndpointBehindItsChain() {
    Dump rules =
        ProxiedCluster.of(
                twoNodes(),
                service(
                    "svc",
                    "172.30.0.1",
                    "sessionAffinity: ClientIP",
                    "sessionAffinityConfig: {clientIP: {timeoutSeconds: 60}}"),
                slice("svc", ON_A, endpoint("10.0.1.2", "b")))
            .dump("a");

    assertThat(rules.rules("nat " + CHAINS.cluster()))
        .hasSize(5)
        .element(1)
        .asString()
        .contains("-m recent --rcheck --seconds 60 --reap --name KUBE-SEP-");
    assertThat(rules.rules("nat " + CHAINS.cluster()).get(3))
        .contains("--probability 0.50000000000");
  }

  @Test
  void otherProtocolsHaveTheirOwnMatch() {
    Dump rules =
        ProxiedCluster.of(
                twoNodes(),
                serviceOf("svc", "172.30.0.1", "{name: http, port: 80, protocol: SCTP}"),
                sliceOf("svc", "IPv4", "{name: http, port: 8080, protocol: SCTP}", ON_A))
            .dump("a");

    assertThat(rules.rules("nat KUBE-SERVICES").get(0)).contains("-p sctp").contains("-m sctp");
  }

  @Test
  void masqueradeAllMarksEverythingToTheClusterIP() {
    Dump rules =
        ProxiedCluster.of(
                ProxiedCluster.configuration("iptables: {masqueradeAll: true, masqueradeBit: 5}"),
                twoNodes(),
                service("svc", "172.30.0.1"),
                slice("svc", ON_A))
            .dump("a");

    assertThat(rules.rules("nat " + CHAINS.cluster()).get(0))
        .startsWith("-d 172.30.0.1/32")
        .endsWith("-j KUBE-MARK-MASQ");
    assertThat(rules.rules("nat KUBE-MARK-MASQ")).containsExactly("-j MARK --set-xmark 0x20/0x20");
  }

  @Test
  void withoutDetectionOfPodsNothingIsMarkedAndPodsHaveNoShortCut() {
    Dump rules =
        ProxiedCluster.of(
                ProxiedCluster.configuration("clusterCIDR: ''"),
                twoNodes(),
                service("svc", "172.30.0.1", "type: NodePort", "externalTrafficPolicy: Local"),
                slice("svc", ON_A))
            .dump("a");

    assertThat(rules.rules("nat " + CHAINS.cluster())).hasSize(1);
    assertThat(rules.rules("nat " + CHAINS.external()))
        .hasSize(3)
        .noneMatch(rule -> rule.contains("pod traffic"));
  }

  @Test
  void podsCanBeToldByInterface() {
    Dump rules =
        ProxiedCluster.of(
                ProxiedCluster.configuration(
                    "detectLocalMode: InterfaceNamePrefix\ndetectLocal: {interfaceNamePrefix: veth}"),
                twoNodes(),
                service("svc", "172.30.0.1", "type: NodePort", "externalTrafficPolicy: Local"),
                slice("svc", ON_A))
            .dump("a");

    assertThat(rules.rules("nat " + CHAINS.cluster()).get(0)).contains("! -i veth+ ");
    assertThat(rules.rules("nat " + CHAINS.external()).get(0)).startsWith("-i veth+ ");
  }

  @Test
  void inALargeClusterRulesOfEndpointsHaveNoComments() {
    String[] many =
        IntStream.range(0, 1000)
            .mapToObj(i -> endpoint("10.9." + i / 250 + "." + (i % 250 + 1), "b"))
            .toArray(String[]::new);
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("many", "172.30.0.9"),
            slice("many", many),
            service("svc", "172.30.0.1"),
            slice("svc", ON_A));
    Dump large = cluster.dump("a");
    cluster.apply(slice("many", List.of(many).subList(0, 999).toArray(String[]::new)));
    Dump small = cluster.dump("a");

    assertThat(large.rules("nat " + CHAINS.cluster()).get(1)).startsWith("-j KUBE-SEP-");
    assertThat(large.rules("nat " + CHAINS.cluster()).get(0)).contains("--comment");
    assertThat(small.rules("nat " + CHAINS.cluster()).get(1))
        .startsWith("-m comment --comment \"ns/svc:http -> 10.0.1.1:8080\"");
  }

  @Test
  void endpointsAreNamedInOrderOfTheirText() {
    Dump rules =
        ProxiedCluster.of(
                twoNodes(),
                service("svc", "172.30.0.1", NODE_PORT),
                slice("svc", endpoint("10.0.1.2", "a"), endpoint("10.0.1.10", "a")))
            .dump("a");

    assertThat(rules.rules("nat " + CHAINS.cluster()))
        .extracting(rule -> rule.replaceAll(".*-> ([0-9.]+):.*", "$1"))
        .endsWith("10.0.1.10", "10.0.1.2");
  }

  private static ProxiedCluster balanced(String spec) {
    return ProxiedCluster.of(
        twoNodes(),
        service("svc", "172.30.0.1", "type: LoadBalancer", spec) + balancedAt("198.51.100.7"),
        slice("svc", ON_A));
  }
}
