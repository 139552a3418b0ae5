package io.kubehop.service.apiserver;

import static io.kubehop.service.Yaml.named;
import static io.kubehop.service.Yaml.on80;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.TestCluster;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.PortRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServiceAdmissionTest {
  private static final ClusterConfig DUAL =
      ClusterConfig.DEFAULT.withServiceCIDRs(
          List.of(Cidr.parse("10.96.0.0/16"), Cidr.parse("fd00:96::/108")));

  private final TestCluster cluster = new TestCluster();

  @Test
  void fillsInWhatTheApiServerFillsIn() {
    cluster.apply(named("web", "ports: [{port: 80}]"));

    ServiceSpec spec = cluster.service("web").spec();
    assertThat(spec.type()).isEqualTo("ClusterIP");
    assertThat(spec.ports().get(0).protocol()).isEqualTo("TCP");
    assertThat(spec.ports().get(0).targetPort().intValue()).isEqualTo(80);
    assertThat(spec.sessionAffinity()).isEqualTo("None");
    assertThat(spec.internalTrafficPolicy()).contains("Cluster");
    assertThat(spec.externalTrafficPolicy()).isEmpty();
    assertThat(spec.ipFamilyPolicy()).contains("SingleStack");
    assertThat(spec.ipFamilies()).containsExactly("IPv4");
    assertThat(spec.clusterIPs()).containsExactly(spec.clusterIP());
  }

  @Test
  void assignsAddressesAboveTheStaticBandFirst() {
    ClusterConfig small =
        ClusterConfig.DEFAULT.withServiceCIDRs(List.of(Cidr.parse("10.97.0.0/27")));
    TestCluster few = new TestCluster(small);

    IntStream.range(0, 14).forEach(i -> few.apply(on80("dynamic-" + i)));
    assertThat(lastBytes(few, "dynamic-")).containsExactlyInAnyOrderElementsOf(range(17, 30));

    IntStream.range(0, 16).forEach(i -> few.apply(on80("static-" + i)));
    assertThat(lastBytes(few, "static-")).containsExactlyInAnyOrderElementsOf(range(1, 16));

    assertThat(few.refusal(on80("late")))
        .containsExactly("Internal error occurred: failed to allocate a serviceIP: range is full");
  }

  private static List<Integer> lastBytes(TestCluster cluster, String prefix) {
    return cluster.controlPlane.services().stream()
        .filter(service -> service.metadata().name().startsWith(prefix))
        .map(service -> service.spec().clusterIP())
        .map(ip -> Integer.parseInt(ip.substring(ip.lastIndexOf('.') + 1)))
        .toList();
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void refusesAnAddressThatIsTaken() {
    cluster.apply(on80("web", "clusterIP: 10.96.0.50"));

    assertThat(cluster.refusal(on80("other", "clusterIP: 10.96.0.50")))
        .containsExactly(
            "spec.clusterIPs: Invalid value: [\"10.96.0.50\"]: failed to allocate IP 10.96.0.50:"
                + " provided IP is already allocated");
  }

  @Test
  void refusesAnAddressOutsideOfTheRange() {
    assertThat(cluster.refusal(on80("web", "clusterIP: 192.0.2.1")))
        .singleElement()
        .asString()
        .endsWith(
            "the provided IP (192.0.2.1) is not in the valid range. The range of valid IPs is"
                + " 10.96.0.0/12");
  }

  @Test
  void keepsTheAddressThatAReplacementLeavesOut() {
    cluster.apply(on80("web", "clusterIP: 10.96.0.60"));
    cluster.apply(named("web", "ports: [{port: 81}]"));

    assertThat(cluster.service("web").spec().clusterIP()).isEqualTo("10.96.0.60");
    assertThat(cluster.refusal(on80("web", "clusterIP: 10.96.0.61")))
        .containsExactly(
            "spec.clusterIPs[0]: Invalid value: [\"10.96.0.61\"]: may not change once set");
    assertThat(cluster.refusal(on80("next", "clusterIP: 10.96.0.61"))).isEmpty();
  }

  @Test
  void freesTheAddressOfADeletedService() {
    cluster.apply(on80("web", "clusterIP: 10.96.0.70")).delete("Service/default/web");

    assertThat(cluster.refusal(on80("next", "clusterIP: 10.96.0.70"))).isEmpty();
  }

  @Test
  void assignsNodePortsAboveTheStaticBandFirst() {
    TestCluster few =
        new TestCluster(ClusterConfig.DEFAULT.withNodePortRange(new PortRange(30000, 30019)));
    List<Integer> ports = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      few.apply(on80("s" + i, "type: NodePort"));
      ports.add(few.service("s" + i).spec().ports().get(0).nodePort());
    }

    assertThat(ports.subList(0, 4)).containsExactlyInAnyOrder(30016, 30017, 30018, 30019);
    assertThat(ports).doesNotHaveDuplicates();
    assertThat(few.refusal(on80("late", "type: NodePort")))
        .containsExactly("Internal error occurred: failed to allocate a nodePort: range is full");
  }

  @Test
  void refusesANodePortOutsideOfTheRange() {
    assertThat(
            cluster.refusal(named("web", "type: NodePort", "ports: [{port: 80, nodePort: 29999}]")))
        .containsExactly(
            "spec.ports[0].nodePort: Invalid value: 29999: provided port is not in the valid range."
                + " The range of valid ports is 30000-32767");
  }

  @Test
  void protocolsOfOnePortShareTheNodePortThatOneOfThemNames() {
    cluster.apply(
        named(
            "dns",
            "type: NodePort",
            "ports:",
            "- {name: tcp, port: 53}",
            "- {name: udp, port: 53, protocol: UDP, nodePort: 30053}"));

    assertThat(cluster.service("dns").spec().ports())
        .extracting(ServicePort::nodePort)
        .containsExactly(30053, 30053);
    assertThat(cluster.refusal(named("b", "type: NodePort", "ports: [{port: 1, nodePort: 30053}]")))
        .hasSize(1);
  }

  @Test
  void nodePortsCanBeSwapped() {
    String ports = "ports: [{name: a, port: 80, nodePort: %d}, {name: b, port: 81, nodePort: %d}]";
    cluster.apply(named("web", "type: NodePort", ports.formatted(30080, 30081)));
    cluster.apply(named("web", "type: NodePort", ports.formatted(30081, 30080)));

    assertThat(cluster.service("web").spec().ports())
        .extracting(ServicePort::nodePort)
        .containsExactly(30081, 30080);
  }

  @Test
  void fieldsOfAFormerTypeGoWithIt() {
    cluster.apply(
        named(
            "web",
            "type: LoadBalancer",
            "externalTrafficPolicy: Local",
            "healthCheckNodePort: 30999",
            "ports: [{port: 80, nodePort: 30080}]"));
    cluster.apply(named("web", "ports: [{port: 80, nodePort: 30080}]"));

    ServiceSpec spec = cluster.service("web").spec();
    assertThat(spec.ports().get(0).nodePort()).isZero();
    assertThat(spec.healthCheckNodePort()).isZero();
    assertThat(spec.externalTrafficPolicy()).isEmpty();
    assertThat(spec.allocateLoadBalancerNodePorts()).isEmpty();
    assertThat(
            cluster.refusal(
                named(
                    "next",
                    "type: NodePort",
                    "ports: [{name: a, port: 1, nodePort: 30080},"
                        + " {name: b, port: 2, nodePort: 30999}]")))
        .isEmpty();
  }

  @Test
  void serviceBecomesAndCeasesToBeDualStack() {
    TestCluster dual = new TestCluster(DUAL);
    dual.apply(on80("web", "clusterIP: 10.96.1.10"));

    dual.apply(on80("web", "ipFamilyPolicy: PreferDualStack"));
    assertThat(dual.service("web").spec().ipFamilies()).containsExactly("IPv4", "IPv6");
    String second = dual.service("web").spec().clusterIPs().get(1);
    assertThat(Cidr.parse("fd00:96::/108").contains(Cidr.parse(second))).isTrue();

    dual.apply(on80("web", "ipFamilyPolicy: SingleStack"));
    assertThat(dual.service("web").spec().clusterIPs()).containsExactly("10.96.1.10");
    assertThat(dual.refusal(on80("next", "ipFamilies: [IPv6]", "clusterIP: '" + second + "'")))
        .isEmpty();
  }

  @Test
  void requireDualStackNeedsTwoRanges() {
    assertThat(cluster.refusal(on80("web", "ipFamilyPolicy: RequireDualStack")))
        .containsExactly(
            "spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this cluster is not"
                + " configured for dual-stack services");
  }

  @Test
  void headlessServiceWithoutSelectorIsDualStackEverywhere() {
    cluster.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: db}
        spec: {clusterIP: None}
        """);

    assertThat(cluster.service("db").spec().ipFamilies()).containsExactly("IPv4", "IPv6");
    assertThat(cluster.service("db").spec().ipFamilyPolicy()).contains("RequireDualStack");
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    assertThat(
            cluster.refusal(
                named(
                    "web",
                    "type: NodePort",
                    "sessionAffinity: Sticky",
                    "externalIPs: [127.0.0.1]",
                    "ports: [{port: 70000, nodePort: 1, protocol: tcp}]")))
        .extracting(error -> error.substring(0, error.indexOf(':')))
        .containsExactlyInAnyOrder(
            "spec.ports[0].nodePort",
            "spec.ports[0].port",
            "spec.ports[0].targetPort",
            "spec.ports[0].protocol",
            "spec.sessionAffinity",
            "spec.externalIPs[0]");
  }

  @Test
  void statusOfAnAppliedServiceIsIgnoredAndThatOfTheStartKept() {
    String withStatus =
        on80("web", "type: LoadBalancer")
            + "status: {loadBalancer: {ingress: [{ip: 203.0.113.9}]}}";
    cluster.apply(withStatus);
    assertThat(cluster.service("web").status().loadBalancer()).isEmpty();

    TestCluster started = new TestCluster().start(withStatus);
    assertThat(started.service("web").status().loadBalancer()).hasSize(1);
  }

  @Test
  void orderOfTheStartDoesNotMatter() {
    TestCluster few =
        new TestCluster(ClusterConfig.DEFAULT.withNodePortRange(new PortRange(30000, 30000)));

    few.start(
        on80("any", "type: LoadBalancer", "allocateLoadBalancerNodePorts: false"),
        named("fixed", "type: NodePort", "ports: [{port: 80, nodePort: 30000}]"));

    assertThat(few.service("fixed").spec().ports().get(0).nodePort()).isEqualTo(30000);
  }
}
