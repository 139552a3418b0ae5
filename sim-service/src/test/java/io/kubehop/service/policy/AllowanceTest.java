package io.kubehop.service.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.service.api.IPBlock;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AllowanceTest {
  private static final IpAddress CLIENT = IpAddress.parse("203.0.113.7");
  private static final Map<String, List<Integer>> NAMED = Map.of("tcp/http", List.of(8080, 8081));

  @Test
  void a_rule_without_ports_allows_all_of_all_protocols() {
    assertThat(allows(Protocol.TCP, 80)).isTrue();
    assertThat(allows(Protocol.ICMP, 0)).isTrue();
  }

  @Test
  void a_port_without_a_number_is_every_port_of_its_protocol() {
    NetworkPolicyPort every = new NetworkPolicyPort("UDP", Optional.empty(), Optional.empty());

    assertThat(allows(Protocol.UDP, 53, every)).isTrue();
    assertThat(allows(Protocol.TCP, 53, every)).isFalse();
  }

  @Test
  void a_range_includes_both_ends() {
    NetworkPolicyPort range =
        new NetworkPolicyPort("TCP", Optional.of(IntOrString.of(80)), Optional.of(82));

    assertThat(allows(Protocol.TCP, 79, range)).isFalse();
    assertThat(allows(Protocol.TCP, 80, range)).isTrue();
    assertThat(allows(Protocol.TCP, 82, range)).isTrue();
    assertThat(allows(Protocol.TCP, 83, range)).isFalse();
  }

  @Test
  void a_name_is_every_port_of_that_name_and_protocol_of_the_Pod_that_is_called() {
    NetworkPolicyPort http =
        new NetworkPolicyPort("TCP", Optional.of(IntOrString.of("http")), Optional.empty());

    assertThat(allows(Protocol.TCP, 8081, http)).isTrue();
    assertThat(allows(Protocol.TCP, 80, http)).isFalse();
    assertThat(allows(Protocol.UDP, 8081, http)).isFalse();
  }

  @Test
  void a_block_is_its_range_without_the_exceptions() {
    AddressBlock block = AddressBlock.of(new IPBlock("203.0.113.0/24", List.of("203.0.113.0/28")));
    Peers peers = new Peers(false, new TreeSet<>(), List.of(block));

    assertThat(peers.include(CLIENT)).isFalse();
    assertThat(peers.include(IpAddress.parse("203.0.113.16"))).isTrue();
    assertThat(peers.include(IpAddress.parse("203.0.114.1"))).isFalse();
  }

  private static boolean allows(Protocol protocol, int port, NetworkPolicyPort... ports) {
    List<AllowedPort> allowed = List.of(ports).stream().map(AllowedPort::of).toList();
    return new Allowance(Peers.EVERYBODY, allowed).allows(CLIENT, protocol.number(), port, NAMED);
  }
}
