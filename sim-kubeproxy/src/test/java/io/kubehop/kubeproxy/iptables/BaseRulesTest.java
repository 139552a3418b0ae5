package io.kubehop.kubeproxy.iptables;

import static io.kubehop.kubeproxy.Manifests.twoNodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.Conformance;
import io.kubehop.kubeproxy.Dump;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.RecordingKernel;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that are there whatever Services there are. */
class BaseRulesTest {
  private static final String NODE_PORTS =
      "-m comment --comment \"kubernetes service nodeports; NOTE: this must be the last rule in this"
          + " chain\" ";

  @Test
  void builtInChainsJumpAsKubeProxySetsThemUp() {
    Dump dump = ProxiedCluster.of(twoNodes()).dump("a");

    assertThat(jumps(dump, "filter")).containsExactlyInAnyOrderElementsOf(fragment("filter"));
    assertThat(jumps(dump, "nat")).containsExactlyInAnyOrderElementsOf(fragment("nat"));
    assertThat(dump.rules("filter INPUT"))
        .extracting(rule -> rule.replaceAll(".*-j ", ""))
        .containsExactly(
            "KUBE-PROXY-FIREWALL", "KUBE-NODEPORTS", "KUBE-EXTERNAL-SERVICES", "KUBE-FIREWALL");
  }

  private static List<String> jumps(Dump dump, String table) {
    return Stream.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING")
        .flatMap(
            chain -> dump.rules(table + " " + chain).stream().map(r -> "-A " + chain + " " + r))
        .toList();
  }

  private static List<String> fragment(String table) {
    Path file = Conformance.files("kubeproxy/golden/fragments.json").get(0);
    List<?> fragments =
        (List<?>) SourceReader.read(file.toString(), Conformance.read(file)).get(0).root().plain();
    return fragments.stream()
        .map(fragment -> (Map<?, ?>) fragment)
        .filter(
            fragment ->
                fragment.containsKey("nat")
                    && fragment.get("source").toString().startsWith("static"))
        .flatMap(fragment -> ((List<?>) fragment.get(table)).stream())
        .map(Object::toString)
        .toList();
  }

  @Test
  void packetsWithoutConnectionAreDroppedUnlessTheNodeIsLiberal() {
    List<String> strict = ProxiedCluster.of(twoNodes()).dump("a").rules("filter KUBE-FORWARD");
    List<String> liberal = liberal().rules("filter KUBE-FORWARD");

    assertThat(strict)
        .containsExactly(
            "-m conntrack --ctstate INVALID -j DROP",
            "-m comment --comment \"kubernetes forwarding rules\" -m mark --mark 0x4000/0x4000 -j"
                + " ACCEPT",
            "-m comment --comment \"kubernetes forwarding conntrack rule\" -m conntrack --ctstate"
                + " RELATED,ESTABLISHED -j ACCEPT");
    assertThat(liberal).isEqualTo(strict.subList(1, 3));
  }

  private static Dump liberal() {
    ProxiedCluster cluster = ProxiedCluster.of(twoNodes());
    RecordingKernel kernel = new RecordingKernel(List.of());
    kernel.liberal = true;
    cluster.nodes.put("a", kernel);
    cluster.proxies.start("a", KubeProxyConfiguration.EMPTY, kernel);
    cluster.settle();
    return cluster.dump("a");
  }

  @Test
  void markedPacketsAreMasqueradedWithRandomPorts() {
    String text = ProxiedCluster.of(twoNodes()).node("a").text(IpFamily.IPV4);

    assertThat(text)
        .contains(
            """
            -A KUBE-POSTROUTING -m mark ! --mark 0x4000/0x4000 -j RETURN
            -A KUBE-POSTROUTING -j MARK --set-xmark 0x4000/0x0
            -A KUBE-POSTROUTING -m comment --comment "kubernetes service traffic requiring SNAT" -j MASQUERADE --random-fully
            """);
  }

  @Test
  void localhostIsProtectedOnlyWhereNodePortsAnswerOnIt() {
    assertThat(ProxiedCluster.of(twoNodes()).dump("a").rules("filter KUBE-FIREWALL"))
        .containsExactly(
            "! -s 127.0.0.0/8 -d 127.0.0.0/8 -m comment --comment \"block incoming localnet"
                + " connections\" -m conntrack ! --ctstate RELATED,ESTABLISHED,DNAT -j DROP");
    assertThat(configured("iptables: {localhostNodePorts: false}").rules("filter KUBE-FIREWALL"))
        .isEmpty();
  }

  @Test
  void allAddressesTakeNodePortsButThoseOfLoopbackThatCannot() {
    assertThat(ProxiedCluster.of(twoNodes()).dump("a").rules("nat KUBE-SERVICES"))
        .containsExactly(NODE_PORTS + "-m addrtype --dst-type LOCAL -j KUBE-NODEPORTS");
    assertThat(configured("iptables: {localhostNodePorts: false}").rules("nat KUBE-SERVICES"))
        .containsExactly(
            "! -d 127.0.0.0/8 " + NODE_PORTS + "-m addrtype --dst-type LOCAL -j KUBE-NODEPORTS");
    assertThat(
            Dump.of(ProxiedCluster.of(twoNodes()).node("a").text(IpFamily.IPV6))
                .rules("nat KUBE-SERVICES"))
        .containsExactly(
            "! -d ::1/128 " + NODE_PORTS + "-m addrtype --dst-type LOCAL -j KUBE-NODEPORTS");
  }

  @Test
  void listedAddressesTakeNodePortsEachByItsOwnRule() {
    Dump dump = configured("nodePortAddresses: [192.168.0.0/24, 127.0.0.0/8]");
    Dump primary = configured("nodePortAddresses: [primary]");

    assertThat(dump.rules("nat KUBE-SERVICES"))
        .containsExactly(
            "-d 127.0.0.1/32 " + NODE_PORTS + "-j KUBE-NODEPORTS",
            "-d 192.168.0.2/32 " + NODE_PORTS + "-j KUBE-NODEPORTS");
    assertThat(primary.rules("nat KUBE-SERVICES"))
        .containsExactly("-d 192.168.0.2/32 " + NODE_PORTS + "-j KUBE-NODEPORTS");
  }

  private static Dump configured(String lines) {
    return ProxiedCluster.of(ProxiedCluster.configuration(lines), twoNodes()).dump("a");
  }
}
