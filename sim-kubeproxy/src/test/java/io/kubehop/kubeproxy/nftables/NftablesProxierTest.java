package io.kubehop.kubeproxy.nftables;

import static io.kubehop.kubeproxy.Manifests.endpoint;
import static io.kubehop.kubeproxy.Manifests.service;
import static io.kubehop.kubeproxy.Manifests.serviceOf;
import static io.kubehop.kubeproxy.Manifests.slice;
import static io.kubehop.kubeproxy.Manifests.twoNodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.service.api.KubeProxyConfiguration;
import org.junit.jupiter.api.Test;

class NftablesProxierTest {
  private static final KubeProxyConfiguration MODE =
      KubeProxyConfiguration.EMPTY.withMode("nftables");

  private final ProxiedCluster cluster =
      ProxiedCluster.of(
          MODE,
          twoNodes(),
          service("cart", "172.30.0.1"),
          slice("cart", endpoint("10.0.1.1", "a"), endpoint("10.0.1.2", "b")),
          service("sticky", "172.30.0.2", "sessionAffinity: ClientIP"),
          slice("sticky", endpoint("10.0.1.3", "a"), endpoint("10.0.1.4", "b")));

  private NftTable table(String node) {
    return cluster.node(node).tables.get(TableFamily.IP);
  }

  private String text() {
    return NftText.print(table("a"));
  }

  @Test
  void nodesThatSeeTheSameShareOneTable() {
    assertThat(table("a").chain("services")).isNotNull();
    assertThat(table("a").chains().stream().filter(this::isOfService))
        .allMatch(chain -> chain == table("b").chain(chain.name()));
  }

  private boolean isOfService(NftChain chain) {
    return chain.name().contains("/");
  }

  @Test
  void aChangeOfEndpointsTouchesItsServiceAlone() {
    NftTable before = table("a");

    cluster.apply(slice("cart", endpoint("10.0.1.1", "a"), endpoint("10.0.1.9", "b")));

    NftTable after = table("a");
    assertThat(after.chains())
        .filteredOn(chain -> before.chain(chain.name()) != chain)
        .extracting(NftChain::name)
        .allMatch(name -> name.contains("-ns/cart/tcp/http"))
        .hasSize(2);
    assertThat(before.chains())
        .filteredOn(chain -> after.chain(chain.name()) == null)
        .extracting(NftChain::name)
        .singleElement()
        .asString()
        .endsWith("__10.0.1.2/8080");
    assertThat(after.sets()).containsExactlyElementsOf(before.sets());
  }

  @Test
  void aSetOfClientsStaysWhileItsEndpointDoes() {
    NftTable before = table("a");

    cluster.apply(slice("sticky", endpoint("10.0.1.3", "a"), endpoint("10.0.1.5", "b")));

    String kept = affinitySet(before, "10.0.1.3");
    assertThat(table("a").set(kept)).isSameAs(before.set(kept));
    assertThat(text()).contains("__10.0.1.5/8080 {").doesNotContain("10.0.1.4");
  }

  private static String affinitySet(NftTable table, String endpoint) {
    return table.sets().stream()
        .map(set -> set.name())
        .filter(name -> name.startsWith("affinity-") && name.contains(endpoint))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aClusterIpStaysUntilTheLastPortOfItsServiceIsGone() {
    String both = "{name: http, port: 80}, {name: https, port: 443}";
    cluster.apply(serviceOf("two", "172.30.0.9", both));
    assertThat(text()).contains("172.30.0.9 . tcp . 443 comment \"ns/two:https\" : goto reject");

    cluster.apply(serviceOf("two", "172.30.0.9", "{name: http, port: 80}"));

    assertThat(text())
        .contains("172.30.0.1, 172.30.0.2,", "172.30.0.9 . tcp . 80 comment")
        .doesNotContain("172.30.0.9 . tcp . 443");
    cluster.controlPlane.delete(new io.kubehop.service.api.ObjectKey("Service", "ns", "two"));
    cluster.settle();
    assertThat(text()).doesNotContain("172.30.0.9");
  }

  @Test
  void nodePortsAreOnThePrimaryAddressUnlessAllTakeThem() {
    ProxiedCluster all =
        ProxiedCluster.of(
            ProxiedCluster.configuration("mode: nftables\nnodePortAddresses: [0.0.0.0/0]"),
            twoNodes());

    assertThat(text()).contains("set nodeport-ips {", "ip daddr @nodeport-ips meta l4proto");
    assertThat(NftText.print(all.node("a").tables.get(TableFamily.IP)))
        .contains("fib daddr type local ip daddr != 127.0.0.0/8 meta l4proto . th dport vmap")
        .doesNotContain("nodeport-ips");
  }

  @Test
  void iptablesAreLeftAlone() {
    assertThat(cluster.node("a").rules).isEmpty();
    assertThat(cluster.node("a").sysctls).isEmpty();
  }
}
