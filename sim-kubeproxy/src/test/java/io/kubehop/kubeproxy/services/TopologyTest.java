package io.kubehop.kubeproxy.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private final Topology here = new Topology("a", "z1");

  @Test
  void readyEndpointsAreUsedAndNoOthers() {
    EndpointCategories found =
        categorize(cluster(), ready(1, "a"), unready(2, "a"), terminating(3, "b"));

    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(1);
    assertThat(found.hasAny()).isTrue();
  }

  @Test
  void withoutReadyEndpointTerminatingOnesThatServeAreUsed() {
    EndpointCategories found =
        categorize(cluster(), unready(1, "a"), terminating(2, "b"), terminating(3, "a"));

    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(2, 3);
  }

  @Test
  void localPolicyFallsBackToTerminatingOnesOfItsOwn() {
    EndpointCategories found = categorize(externalLocal(), terminating(1, "a"), ready(2, "b"));

    assertThat(found.local()).extracting(TopologyTest::number).containsExactly(1);
    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(2);
    assertThat(found.onlyLocal()).extracting(TopologyTest::number).containsExactly(1);
  }

  @Test
  void localPolicyWithoutLocalEndpointStillKnowsThatThereAreSome() {
    EndpointCategories found = categorize(internalLocal(), ready(1, "b"));

    assertThat(found.local()).isEmpty();
    assertThat(found.cluster()).isEmpty();
    assertThat(found.hasAny()).isTrue();
  }

  @Test
  void hintsForTheZoneCount() {
    EndpointCategories found =
        categorize(cluster(), zoned(1, "z1"), zoned(2, "z2"), zoned(3, "z1"));

    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(1, 3);
  }

  @Test
  void hintsAreIgnoredIfOneEndpointHasNone() {
    assertThat(categorize(cluster(), zoned(1, "z2"), zoned(2, "z1"), ready(3, "b")).cluster())
        .hasSize(3);
  }

  @Test
  void hintsAreIgnoredIfNoneIsForThisZone() {
    assertThat(categorize(cluster(), zoned(1, "z2"), zoned(2, "z3")).cluster()).hasSize(2);
  }

  @Test
  void hintsForTheNodeComeBeforeThoseForTheZone() {
    EndpointCategories found =
        categorize(
            cluster(),
            hinted(1, List.of("z1"), List.of("b")),
            hinted(2, List.of("z1"), List.of("a")));

    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(2);
  }

  @Test
  void withoutHintForTheNodeThoseForTheZoneCount() {
    EndpointCategories found =
        categorize(
            cluster(),
            hinted(1, List.of("z2"), List.of("b")),
            hinted(2, List.of("z1"), List.of("c")));

    assertThat(found.cluster()).extracting(TopologyTest::number).containsExactly(2);
  }

  @Test
  void anAddressThatTwoSlicesListCountsAsLocalIfOneSaysSo() {
    PortEndpoints endpoints =
        new PortEndpoints(List.of(ready(1, "b"), terminating(1, "a"), ready(2, "b")), true);

    assertThat(here.categorize(externalLocal(), endpoints).local())
        .containsExactly(terminating(1, "a"));
    assertThat(new Topology("c", "").categorize(cluster(), endpoints).cluster())
        .containsExactly(ready(1, "b"), ready(2, "b"));
    assertThat(endpoints.count()).isEqualTo(2);
  }

  @Test
  void onlyNodesThatAPolicyOrAHintConcernsMayDiffer() {
    PortEndpoints endpoints = new PortEndpoints(List.of(ready(1, "a"), ready(2, "b")), false);
    PortEndpoints hinted =
        new PortEndpoints(List.of(hinted(1, List.of(), List.of("c", "d"))), false);

    assertThat(endpoints.nodesThatDiffer(cluster())).isEmpty();
    assertThat(endpoints.nodesThatDiffer(externalLocal())).containsExactly("a", "b");
    assertThat(hinted.nodesThatDiffer(cluster())).containsExactly("c", "d");
  }

  private EndpointCategories categorize(ServicePortInfo port, ProxyEndpoint... endpoints) {
    return here.categorize(port, new PortEndpoints(List.of(endpoints), false));
  }

  private static int number(ProxyEndpoint endpoint) {
    return endpoint.address().address().v4Bits() & 0xff;
  }

  private static ProxyEndpoint ready(int number, String node) {
    return endpoint(number, node, true, true, false, List.of(), List.of());
  }

  private static ProxyEndpoint unready(int number, String node) {
    return endpoint(number, node, false, false, false, List.of(), List.of());
  }

  private static ProxyEndpoint terminating(int number, String node) {
    return endpoint(number, node, false, true, true, List.of(), List.of());
  }

  private static ProxyEndpoint zoned(int number, String zone) {
    return hinted(number, List.of(zone), List.of());
  }

  private static ProxyEndpoint hinted(int number, List<String> zones, List<String> nodes) {
    return endpoint(number, "b", true, true, false, zones, nodes);
  }

  private static ProxyEndpoint endpoint(
      int number,
      String node,
      boolean ready,
      boolean serving,
      boolean terminating,
      List<String> zones,
      List<String> nodes) {
    return new ProxyEndpoint(
        new SocketAddress(IpAddress.parse("10.0.0." + number), 80),
        node,
        ready,
        serving,
        terminating,
        zones,
        nodes);
  }

  private static ServicePortInfo cluster() {
    return port(0, false, false);
  }

  private static ServicePortInfo externalLocal() {
    return port(30080, true, false);
  }

  private static ServicePortInfo internalLocal() {
    return port(0, false, true);
  }

  private static ServicePortInfo port(int nodePort, boolean externalLocal, boolean internalLocal) {
    return new ServicePortInfo(
        new ServicePortName("ns", "svc", "", Protocol.TCP),
        IpAddress.parse("10.96.0.1"),
        80,
        nodePort,
        List.of(),
        List.of(),
        List.of(),
        0,
        0,
        externalLocal,
        internalLocal);
  }
}
