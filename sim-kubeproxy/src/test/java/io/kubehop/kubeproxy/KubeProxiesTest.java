package io.kubehop.kubeproxy;

import static io.kubehop.kubeproxy.Manifests.balancedAt;
import static io.kubehop.kubeproxy.Manifests.endpoint;
import static io.kubehop.kubeproxy.Manifests.node;
import static io.kubehop.kubeproxy.Manifests.service;
import static io.kubehop.kubeproxy.Manifests.serviceOf;
import static io.kubehop.kubeproxy.Manifests.slice;
import static io.kubehop.kubeproxy.Manifests.sliceOf;
import static io.kubehop.kubeproxy.Manifests.twoNodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.kubeproxy.node.StaleFlows;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import org.junit.jupiter.api.Test;

class KubeProxiesTest {
  private static final long SECOND = 1_000_000_000;
  private static final String EXTERNAL_LOCAL =
      "type: NodePort, externalTrafficPolicy: Local".replace(", ", "\n  ");

  @Test
  void nodesThatSeeTheSameShareOneRuleset() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(), service("web", "172.30.0.1"), slice("web", endpoint("10.0.1.1", "a")));

    assertThat(rules(cluster, "a")).isSameAs(rules(cluster, "b"));
  }

  @Test
  void nodesThatSeeAServiceOtherwiseShareTheBlocksOfTheRest() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("web", "172.30.0.1"),
            slice("web", endpoint("10.0.1.1", "a")),
            service("shop", "172.30.0.2", EXTERNAL_LOCAL),
            slice("shop", endpoint("10.0.1.2", "a")));

    assertThat(rules(cluster, "a").block("ns/shop:http"))
        .isNotEqualTo(rules(cluster, "b").block("ns/shop:http"));
    assertThat(rules(cluster, "a").block("ns/shop:http").foundation())
        .isSameAs(rules(cluster, "b").block("ns/shop:http").foundation());
    assertThat(rules(cluster, "a").block("ns/web:http"))
        .isSameAs(rules(cluster, "b").block("ns/web:http"));
  }

  @Test
  void aChangeOfEndpointsTouchesTheBlocksOfItsServiceAlone() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("web", "172.30.0.1"),
            slice("web", endpoint("10.0.1.1", "a")),
            service("shop", "172.30.0.2"),
            slice("shop", endpoint("10.0.1.2", "a")));
    Ruleset before = rules(cluster, "a");

    cluster.apply(slice("web", endpoint("10.0.1.1", "a"), endpoint("10.0.1.3", "b")));

    assertThat(rules(cluster, "a").block("ns/web:http")).isNotEqualTo(before.block("ns/web:http"));
    assertThat(rules(cluster, "a").block("ns/shop:http")).isSameAs(before.block("ns/shop:http"));
  }

  @Test
  void aChangeThatNoRuleDependsOnWritesNothing() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(), service("web", "172.30.0.1"), slice("web", endpoint("10.0.1.1", "a")));
    int before = cluster.node("a").writes.get(IpFamily.IPV4);

    cluster.apply(
        slice("web", endpoint("10.0.1.1", "a"))
            .replace("metadata: {", "metadata: {annotations: {x: y}, "));

    assertThat(cluster.node("a").writes.get(IpFamily.IPV4)).isEqualTo(before);
  }

  @Test
  void changesWithinTheMinimumPeriodAreWrittenTogether() {
    ProxiedCluster cluster = ProxiedCluster.of(twoNodes(), service("web", "172.30.0.1"));
    int before = cluster.node("a").writes.get(IpFamily.IPV4);
    long start = cluster.simulation.now();

    for (int i = 1; i <= 5; i++) {
      cluster.controlPlane.apply(
          ProxiedCluster.objects(slice("web", endpoint("10.0.1." + i, "a"))).get(0));
      cluster.simulation.runUntil(start + i * 20_000_000L);
    }
    cluster.settle();

    assertThat(cluster.node("a").writes.get(IpFamily.IPV4)).isEqualTo(before + 2);
    assertThat(cluster.simulation.now() - start).isBetween(SECOND, SECOND + SECOND / 10);
    assertThat(cluster.node("a").text(IpFamily.IPV4))
        .contains("10.0.1.5:")
        .doesNotContain("10.0.1.4:");
  }

  @Test
  void aServiceThatGoesTakesItsRulesAlong() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(), service("web", "172.30.0.1"), slice("web", endpoint("10.0.1.1", "a")));

    cluster.controlPlane.delete(new ObjectKey("Service", "ns", "web"));
    cluster.settle();

    assertThat(cluster.node("a").text(IpFamily.IPV4)).doesNotContain("ns/web");
  }

  @Test
  void aServiceOfAnotherProxyIsLeftAlone() {
    String labels = "metadata: {labels: {service.kubernetes.io/service-proxy-name: other}, ";
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("web", "172.30.0.1").replace("metadata: {", labels),
            service("shop", "172.30.0.2"));
    assertThat(cluster.node("a").text(IpFamily.IPV4)).contains("ns/shop").doesNotContain("ns/web");

    cluster.apply(
        service("web", "172.30.0.1"), service("shop", "172.30.0.2").replace("metadata: {", labels));

    assertThat(cluster.node("a").text(IpFamily.IPV4)).contains("ns/web").doesNotContain("ns/shop");
  }

  @Test
  void theZoneOfANodeMayChange() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("web", "172.30.0.1"),
            slice(
                "web",
                endpoint("10.0.1.1", "a").replace("}}", "}, hints: {forZones: [{name: z1}]}}"),
                endpoint("10.0.1.2", "b").replace("}}", "}, hints: {forZones: [{name: z2}]}}")));
    assertThat(cluster.node("b").text(IpFamily.IPV4))
        .contains("10.0.1.1")
        .doesNotContain("10.0.1.2");

    cluster.apply(node("b", "192.168.0.3", "z2"));

    assertThat(cluster.node("b").text(IpFamily.IPV4))
        .contains("10.0.1.2")
        .doesNotContain("10.0.1.1");
    assertThat(cluster.node("a").text(IpFamily.IPV4))
        .contains("10.0.1.1")
        .doesNotContain("10.0.1.2");
  }

  @Test
  void aNodeThatComesLaterSeesItsOwnEndpoints() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("shop", "172.30.0.2", EXTERNAL_LOCAL),
            slice("shop", endpoint("10.0.1.2", "c")));

    cluster.apply(node("c", "192.168.0.4", "z1"));
    cluster.start(
        (Node) cluster.controlPlane.find(ObjectKey.ofCluster("Node", "c")).orElseThrow(),
        KubeProxyConfiguration.EMPTY);
    cluster.settle();

    assertThat(cluster.node("c").text(IpFamily.IPV4)).contains(":KUBE-SVL-");
    assertThat(cluster.node("a").text(IpFamily.IPV4)).doesNotContain(":KUBE-SVL-");
  }

  @Test
  void aStoppedProxyLeavesItsRulesAndARestartedOneCatchesUp() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(), service("web", "172.30.0.1"), slice("web", endpoint("10.0.1.1", "a")));
    RecordingKernel kernel = cluster.node("a");

    cluster.proxies.stop("a");
    cluster.apply(slice("web", endpoint("10.0.1.9", "a")));
    assertThat(kernel.text(IpFamily.IPV4)).contains("10.0.1.1");

    cluster.proxies.start("a", KubeProxyConfiguration.EMPTY, kernel);
    cluster.settle();
    assertThat(kernel.text(IpFamily.IPV4)).contains("10.0.1.9").doesNotContain("10.0.1.1:");
  }

  @Test
  void flushedRulesAreWrittenAgainWithinTheSyncPeriod() {
    ProxiedCluster cluster = ProxiedCluster.of(twoNodes(), service("web", "172.30.0.1"));
    RecordingKernel kernel = cluster.node("a");
    kernel.flushed = true;

    cluster.simulation.runUntil(cluster.simulation.now() + 31 * SECOND);

    assertThat(kernel.flushed).isFalse();
  }

  @Test
  void eachFamilyHasItsOwnRules() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service("web", "172.30.0.1", "ipFamilyPolicy: RequireDualStack")
                .replace(
                    "clusterIPs: [\"172.30.0.1\"]", "clusterIPs: ['172.30.0.1', 'fd00:30::1']"),
            slice("web", endpoint("10.0.1.1", "a")),
            sliceOf(
                    "web",
                    "IPv6",
                    "{name: http, port: 8080, protocol: TCP}",
                    endpoint("fd00:10::1", "a"))
                .replace("web-1", "web-2"));

    assertThat(cluster.node("a").text(IpFamily.IPV4))
        .contains("--to-destination 10.0.1.1:8080")
        .doesNotContain("fd00:");
    assertThat(cluster.node("a").text(IpFamily.IPV6))
        .contains("-d fd00:30::1/128")
        .contains("--to-destination [fd00:10::1]:8080")
        .doesNotContain("10.0.1.1");
  }

  @Test
  void routeLocalnetIsSetOnlyWhereNodePortsAnswerOnLocalhost() {
    ProxiedCluster on = ProxiedCluster.of(twoNodes());
    ProxiedCluster off =
        ProxiedCluster.of(
            ProxiedCluster.configuration("iptables: {localhostNodePorts: false}"), twoNodes());

    assertThat(on.node("a").sysctls).containsEntry(Sysctl.ROUTE_LOCALNET, 1);
    assertThat(off.node("a").sysctls).isEmpty();
  }

  @Test
  void healthCheckPortsTellOfLocalEndpoints() {
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            service(
                    "shop",
                    "172.30.0.2",
                    "type: LoadBalancer",
                    "externalTrafficPolicy: Local",
                    "healthCheckNodePort: 3100")
                + balancedAt("203.0.113.1"),
            slice("shop", endpoint("10.0.1.2", "a"), endpoint("10.0.1.3", "a")));

    assertThat(cluster.node("a").healthChecks)
        .singleElement()
        .satisfies(
            port -> {
              assertThat(port.port()).isEqualTo(3100);
              assertThat(port.addresses()).isEmpty();
              assertThat(port.localEndpoints()).isEqualTo(2);
              assertThat(port.status()).isEqualTo(200);
            });
    assertThat(cluster.node("b").healthChecks).singleElement().extracting("status").isEqualTo(503);

    cluster.controlPlane.delete(new ObjectKey("Service", "ns", "shop"));
    cluster.settle();
    assertThat(cluster.node("a").healthChecks).isEmpty();
  }

  @Test
  void udpFlowsToWhatServesNoLongerAreForgotten() {
    String port = "{name: dns, port: 53, protocol: UDP, nodePort: 3053}";
    ProxiedCluster cluster =
        ProxiedCluster.of(
            twoNodes(),
            serviceOf("dns", "172.30.0.10", port, "type: NodePort"),
            sliceOf(
                "dns",
                "IPv4",
                "{name: dns, port: 53, protocol: UDP}",
                endpoint("10.0.1.1", "a"),
                endpoint("10.0.1.2", "b").replace("ready: true", "ready: false, serving: false")),
            service("web", "172.30.0.1"));
    StaleFlows stale = cluster.node("a").stale.get(IpFamily.IPV4);

    assertThat(stale.isStale(ip("172.30.0.10"), 53, ip("10.0.1.1"))).isFalse();
    assertThat(stale.isStale(ip("172.30.0.10"), 53, ip("10.0.1.2"))).isTrue();
    assertThat(stale.isStale(ip("192.168.0.2"), 3053, ip("10.0.1.2"))).isTrue();
    assertThat(stale.isStale(ip("172.30.0.1"), 80, ip("10.0.1.2"))).isFalse();

    cluster.controlPlane.delete(new ObjectKey("EndpointSlice", "ns", "dns-1"));
    cluster.settle();
    assertThat(
            cluster
                .node("a")
                .stale
                .get(IpFamily.IPV4)
                .isStale(ip("172.30.0.10"), 53, ip("10.0.1.1")))
        .isTrue();
  }

  @Test
  void aModeThatIsNotThereIsRefused() {
    ProxiedCluster cluster = ProxiedCluster.of(twoNodes());

    assertThatThrownBy(
            () ->
                cluster.proxies.start(
                    "a", ProxiedCluster.configuration("mode: kernelspace"), cluster.node("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mode 'kernelspace' is none of");
  }

  private static IpAddress ip(String text) {
    return IpAddress.parse(text);
  }

  private static Ruleset rules(ProxiedCluster cluster, String node) {
    return cluster.node(node).rules.get(IpFamily.IPV4);
  }
}
