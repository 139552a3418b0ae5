package io.kubehop.scenarios.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.report.CompareJson;
import io.kubehop.scenarios.report.CompareText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModeComparisonTest {
  private static final Scenario SCENARIO =
      new ManifestInputs().addText("<text>", manifests()).load();

  private static final ModeReport REPORT =
      ModeComparison.of(
          SCENARIO,
          List.of(ProxyMode.IPTABLES, ProxyMode.NFTABLES, ProxyMode.USERSPACE, ProxyMode.IPVS));

  private static String manifests() {
    return """
        apiVersion: kubehop/v1
        kind: Scenario
        metadata: {name: modes}
        cluster:
          nodes:
          - {name: node-a, addresses: [192.168.0.2, 192.168.7.2]}
          - {name: node-b, addresses: [192.168.0.3]}
        """
        + pod("web-0", "web", "node-a")
        + pod("web-1", "web", "node-b")
        + pod("one-0", "one", "node-b")
        + service("web", "10.96.0.11", "selector: {app: web}, type: NodePort", 30080)
        + service(
            "local",
            "10.96.0.12",
            "selector: {app: web}, type: NodePort, externalTrafficPolicy: Local",
            30081)
        + service(
            "closed",
            "10.96.0.13",
            "selector: {app: web}, type: LoadBalancer,"
                + " loadBalancerSourceRanges: [203.0.113.0/24]",
            30082)
        + "status: {loadBalancer: {ingress: [{ip: 198.51.100.9}]}}\n"
        + service(
            "near",
            "10.96.0.15",
            "selector: {app: one}, type: NodePort, internalTrafficPolicy: Local",
            30083)
        + service("idle", "10.96.0.14", "selector: {app: none}, externalIPs: [198.51.100.8]", 0);
  }

  private static String pod(String name, String app, String node) {
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: NAME, namespace: shop, labels: {app: APP}}
        spec: {nodeName: NODE, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
        """
        .replace("NAME", name)
        .replace("APP", app)
        .replace("NODE", node);
  }

  private static String service(String name, String address, String spec, int nodePort) {
    return """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: NAME, namespace: shop}
        spec: {clusterIP: ADDRESS, SPEC, ports: [{port: 80, targetPort: 8080PORT}]}
        """
        .replace("NAME", name)
        .replace("ADDRESS", address)
        .replace("SPEC", spec)
        .replace("PORT", nodePort == 0 ? "" : ", nodePort: " + nodePort);
  }

  private static Set<Cause> causes(ProxyMode mode) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    REPORT.byCause(mode).keySet().forEach(cause -> cause.ifPresent(causes::add));
    return causes;
  }

  @Test
  void every_difference_is_a_documented_one() {
    assertThat(REPORT.isDocumented()).as(CompareText.of(REPORT)).isTrue();
    assertThat(REPORT.tried()).isGreaterThan(100);
  }

  @Test
  void what_nftables_mode_does_otherwise_is_found() {
    assertThat(causes(ProxyMode.NFTABLES))
        .containsExactlyInAnyOrder(
            Cause.NFTABLES_LOOPBACK,
            Cause.NFTABLES_PRIMARY,
            Cause.NFTABLES_CLOSED_PORT,
            Cause.NFTABLES_UNALLOCATED,
            Cause.NFTABLES_NODE_NO_ENDPOINT);
  }

  @Test
  void what_userspace_mode_does_otherwise_is_found() {
    assertThat(causes(ProxyMode.USERSPACE))
        .contains(
            Cause.USERSPACE_SOURCE,
            Cause.USERSPACE_POLICIES,
            Cause.USERSPACE_SOURCE_RANGES,
            Cause.USERSPACE_NO_ENDPOINT);
  }

  @Test
  void what_ipvs_mode_does_otherwise_is_found() {
    assertThat(causes(ProxyMode.IPVS))
        .containsExactlyInAnyOrder(
            Cause.IPVS_LOOPBACK,
            Cause.IPVS_CLOSED_PORT,
            Cause.IPVS_INTERNAL_LOCAL,
            Cause.IPVS_POLICY_LOCAL,
            Cause.IPVS_NO_ENDPOINT);
  }

  @Test
  void clients_of_every_kind_call_from_every_node() {
    List<Difference> differences = REPORT.differences().get(ProxyMode.USERSPACE);

    assertThat(differences).extracting(each -> each.trial().client()).contains(Client.values());
    assertThat(differences).extracting(each -> each.trial().node()).contains("node-a", "node-b");
  }

  @Test
  void iptables_mode_differs_in_nothing_from_itself() {
    ModeReport same = ModeComparison.of(SCENARIO, List.of(ProxyMode.IPTABLES));

    assertThat(same.differences()).isEmpty();
    assertThat(same.isDocumented()).isTrue();
  }

  @Test
  void both_reports_name_causes_with_examples() {
    assertThat(CompareText.of(REPORT))
        .contains(
            "connections end otherwise than in iptables mode",
            Cause.NFTABLES_LOOPBACK.title() + " (",
            "node-a -> tcp://127.0.0.1:30082, shop/closed: node port at the loopback address");
    assertThat(CompareJson.of(REPORT))
        .startsWith("{\n  \"connections\": " + REPORT.tried() + ",\n  \"documented\": true,")
        .contains("\"cause\": \"" + Cause.NFTABLES_LOOPBACK.title() + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void the_documentation_has_every_cause(Cause cause) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "modes.md"));

    assertThat(page)
        .contains(
            "| "
                + cause.mode()
                + " | "
                + cause.title()
                + " | "
                + cause.reason()
                + " | "
                + cause.source()
                + " |");
  }
}
