package io.kubehop.service.controller.endpointslice;

import static io.kubehop.service.Yaml.named;
import static io.kubehop.service.Yaml.on80;
import static io.kubehop.service.Yaml.runningPod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.Yaml;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointSliceControllerTest {
  private final TestCluster cluster = new TestCluster();

  @Test
  void readyAndUnreadyPodsAreEndpointsAndEndedOnesAreNot() {
    cluster.start(
        on80("web"),
        runningPod("ready", "node-a", "10.244.0.10", true),
        runningPod("unready", "node-b", "10.244.1.10", false),
        runningPod("done", "node-b", "10.244.1.11", true).replace("Running", "Succeeded"));

    assertThat(cluster.endpoints("web"))
        .containsExactly("10.244.0.10 ready serving", "10.244.1.10");
  }

  @Test
  void terminatingPodIsServingButNotReady() {
    String terminating =
        runningPod("web-0", "node-a", "10.244.0.10", true)
            .replace("app: web}}", "app: web}, deletionTimestamp: '2025-01-01T00:00:30Z'}");
    cluster.start(on80("web"), terminating);

    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.10 serving terminating");

    cluster.apply(on80("web", "publishNotReadyAddresses: true"));
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.10 ready serving terminating");
  }

  @Test
  void namedTargetPortsMayDifferFromPodToPod() {
    cluster.start(
        named("web", "ports: [{port: 80, targetPort: http}]"),
        runningPod("a", "node-a", "10.244.0.10", true)
            .replace("containerPort: 80", "name: http, containerPort: 8080"),
        runningPod("b", "node-a", "10.244.0.11", true)
            .replace("containerPort: 80", "name: http, containerPort: 9090"));

    assertThat(cluster.slices("web"))
        .flatExtracting(EndpointSlice::ports)
        .extracting(port -> port.port().orElse(0))
        .containsExactlyInAnyOrder(8080, 9090);
  }

  @Test
  void portThatAPodDoesNotHaveIsLeftOutOfItsSlice() {
    cluster.start(
        named("web", "ports: [{name: a, port: 80}, {name: b, port: 81, targetPort: missing}]"),
        runningPod("a", "node-a", "10.244.0.10", true));

    assertThat(cluster.slices("web"))
        .flatExtracting(EndpointSlice::ports)
        .extracting(EndpointPort::name)
        .containsExactly("a");
  }

  @Test
  void slicesCarryTheLabelsOfTheirService() {
    cluster.start(
        on80("web", "clusterIP: None")
            .replace("metadata: {", "metadata: {labels: {tier: front}, "));

    EndpointSlice slice = cluster.slices("web").get(0);
    assertThat(slice.metadata().labels())
        .containsEntry("tier", "front")
        .containsEntry("kubernetes.io/service-name", "web")
        .containsEntry("service.kubernetes.io/headless", "")
        .containsEntry("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
    assertThat(slice.metadata().name()).matches("web-[a-z0-9]{5}");
  }

  @Test
  void serviceWithoutEndpointsHasAnEmptySlice() {
    cluster.start(on80("web"));

    assertThat(cluster.slices("web")).singleElement().matches(slice -> slice.endpoints().isEmpty());
  }

  @Test
  void slicesGoWithTheirService() {
    cluster.start(on80("web")).delete("Service/default/web");

    assertThat(cluster.controlPlane.apiServer().list(EndpointSlice.class)).isEmpty();
  }

  private static String slice(String name, String address) {
    return """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: %s, namespace: default, labels: {kubernetes.io/service-name: web}}
        addressType: IPv4
        ports: [{name: '', port: 80, protocol: TCP}]
        endpoints: [{addresses: [%s]}]
        """
        .formatted(name, address);
  }

  @Test
  void givenSlicesAreTakenAtTheirWord() {
    cluster.start(
        on80("web"),
        runningPod("web-0", "node-a", "10.244.0.10", true),
        slice("mine", "10.244.1.99"));
    assertThat(cluster.endpoints("web")).containsExactly("10.244.1.99 ready serving");

    cluster.delete("EndpointSlice/default/mine");
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.10 ready serving");

    cluster.apply(slice("mine", "10.244.1.98"));
    assertThat(cluster.endpoints("web")).containsExactly("10.244.1.98 ready serving");
  }

  @Test
  void givenEndpointsAreMirrored() {
    cluster.start(
        on80("web").replace("selector: {app: web}", ""),
        """
        apiVersion: v1
        kind: Endpoints
        metadata: {name: web, namespace: default}
        subsets:
        - addresses: [{ip: 192.0.2.1}]
          notReadyAddresses: [{ip: 192.0.2.2}]
          ports: [{port: 8080}]
        """);

    assertThat(cluster.endpoints("web")).containsExactly("192.0.2.1 ready serving", "192.0.2.2");

    cluster.delete("Endpoints/default/web");
    assertThat(cluster.slices("web")).isEmpty();
  }

  private static String node(String name, String zone) {
    return "{apiVersion: v1, kind: Node, metadata: {name: %s, labels: {topology.kubernetes.io/zone: %s}}}"
        .formatted(name, zone);
  }

  @Test
  void preferSameNodeGivesReadyEndpointsHintsForZoneAndNode() {
    cluster.start(
        node("node-a", "z1"),
        node("node-b", "z2"),
        on80("web", "trafficDistribution: PreferSameNode"),
        runningPod("a", "node-a", "10.244.0.10", true),
        runningPod("b", "node-b", "10.244.1.10", false));

    assertThat(cluster.slices("web").get(0).endpoints())
        .extracting(e -> e.hints().map(h -> h.forZones() + " " + h.forNodes()).orElse("none"))
        .containsExactly("[z1] [node-a]", "none");
  }

  @Test
  void topologyModeAutoSharesEndpointsByTheNodesOfAZone() {
    cluster.start(
        node("node-a", "z1"),
        node("node-b", "z2"),
        on80("web")
            .replace(
                "metadata: {",
                "metadata: {annotations: {service.kubernetes.io/topology-mode: Auto}, "),
        runningPod("a", "node-a", "10.244.0.10", true),
        runningPod("b", "node-a", "10.244.0.11", true),
        runningPod("c", "node-a", "10.244.0.12", true),
        runningPod("d", "node-b", "10.244.1.10", true));

    assertThat(cluster.slices("web").get(0).endpoints())
        .extracting(e -> e.hints().map(h -> h.forZones().get(0)).orElse("none"))
        .containsExactlyInAnyOrder("z1", "z1", "z2", "z2");
  }

  @Test
  void topologyModeAutoGivesNoHintsWithFewerEndpointsThanZones() {
    cluster.start(
        node("node-a", "z1"),
        node("node-b", "z2"),
        on80("web")
            .replace(
                "metadata: {",
                "metadata: {annotations: {service.kubernetes.io/topology-mode: Auto}, "),
        runningPod("a", "node-a", "10.244.0.10", true));

    assertThat(cluster.slices("web").get(0).endpoints()).allMatch(e -> e.hints().isEmpty());
  }

  @Test
  void labelsDecideWhoIsAnEndpoint() {
    cluster.start(on80("web"), Yaml.pod("web-0"));
    assertThat(cluster.endpoints("web")).hasSize(1);

    cluster.apply(Yaml.pod("web-0").replace("app: web", "app: other"));
    assertThat(cluster.endpoints("web")).isEmpty();
  }

  @Test
  void hundredsOfEndpointsAreCutIntoSlicesOfAHundred() {
    cluster.start(on80("web"), Yaml.deployment(150, "v1"));
    assertThat(sizes()).containsExactly(100, 50);

    cluster.apply(Yaml.deployment(220, "v1"));
    assertThat(sizes()).containsExactly(100, 70, 50);
  }

  private List<Integer> sizes() {
    return cluster.slices("web").stream()
        .map(slice -> slice.endpoints().size())
        .sorted((a, b) -> b - a)
        .toList();
  }

  @Test
  void headlessServiceWithoutPortsHasSlicesWithoutPorts() {
    cluster.start(named("web", "clusterIP: None"));
    cluster.apply(runningPod("a", "node-a", "10.244.0.10", true));

    assertThat(cluster.slices("web"))
        .singleElement()
        .matches(slice -> slice.ports().isEmpty() && slice.endpoints().size() == 1);
  }
}
