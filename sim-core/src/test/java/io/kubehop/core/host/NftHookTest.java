package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.trace.Step;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NftHookTest {
  private static final IpAddress SERVER = IpAddress.parse("10.0.0.2");
  private static final long SECOND = 1_000_000_000L;

  private final Simulation simulation = new Simulation(1);
  private final Network network = new Network(simulation, 0);
  private final Host client = network.addHost("client");
  private final Host server = network.addHost("server");
  private int port = 40_000;

  @BeforeEach
  void wire() {
    Link cable = network.addCable("cable", 10_000);
    plug(client, cable, "10.0.0.1");
    plug(server, cable, "10.0.0.2");
    for (int listening : new int[] {80, 8080}) {
      server.sockets().listen(SERVER, listening, new Listener("echo", new EchoServer()));
    }
  }

  private static void plug(Host host, Link cable, String address) {
    IpAddress own = IpAddress.parse(address);
    host.addInterface("eth0", cable).addAddress(own, Cidr.parse("10.0.0.0/24"));
    host.routes().add(Route.onLink(Cidr.parse("10.0.0.0/24"), "eth0"));
  }

  private void input(String... rules) {
    table(
        "chain in { type filter hook input priority 0; policy accept;\n"
            + String.join("\n", rules)
            + "\n}");
  }

  private void table(String content) {
    server.firewall().setNftRuleset(NftText.read("table ip t {\n" + content + "\n}"));
  }

  private String call(int toPort) {
    Call.Target target =
        new Call.Target(
            Protocol.TCP, new SocketAddress(SERVER, toPort), null, port++, SECOND / 2, "hello");
    CallResult result = new Call(client, target).complete();
    return result.answer() != null
        ? "answered"
        : Objects.requireNonNull(result.failure()).error().name();
  }

  @Test
  void statements_in_front_of_a_failed_match_have_happened() {
    input("meta mark set 0x1 tcp dport 9999 accept", "meta mark 0x1 reject");

    assertThat(call(80)).isEqualTo("ECONNREFUSED");
  }

  @Test
  void accept_ends_its_own_base_chain_only() {
    table(
        """
        chain early { type filter hook input priority -10; policy accept; accept; }
        chain late { type filter hook input priority 10; policy drop; tcp dport 80 accept; }
        """);

    assertThat(call(80)).isEqualTo("answered");
    assertThat(call(8080)).isEqualTo("ETIMEDOUT");
  }

  @Test
  void of_equal_priorities_the_chain_registered_last_runs_first() {
    table(
        """
        chain one { type filter hook input priority 0; policy accept; meta mark 0x2 reject; }
        chain two { type filter hook input priority 0; policy accept; meta mark set 0x2; }
        """);

    assertThat(call(80)).isEqualTo("ECONNREFUSED");
  }

  @Test
  void an_element_that_a_packet_added_disappears_by_itself_and_with_a_rollback() {
    table(
        """
        set seen { type ipv4_addr; flags dynamic,timeout; timeout 10s; }
        chain in { type filter hook input priority 0; policy accept;
          tcp dport 80 ct state new ip saddr @seen reject
          tcp dport 8080 ct state new update @seen { ip saddr }
        }
        """);
    assertThat(call(80)).isEqualTo("answered");

    int before = simulation.journal().savepoint();
    call(8080);
    simulation.journal().rollback(before);
    assertThat(call(80)).isEqualTo("answered");

    assertThat(call(8080)).isEqualTo("answered");
    assertThat(call(80)).isEqualTo("ECONNREFUSED");
    simulation.runUntil(simulation.now() + 11 * SECOND);
    assertThat(call(80)).isEqualTo("answered");
  }

  @Test
  void a_swap_of_tables_keeps_the_elements_of_a_set_that_stays_the_same() {
    String set = "set seen { type ipv4_addr; flags dynamic,timeout; timeout 10s; }\n";
    table(set + "chain in { type filter hook input priority 0; add @seen { ip saddr }; }");
    call(80);

    table(set + "chain in { type filter hook input priority 0; ip saddr @seen reject; }");

    assertThat(call(80)).isEqualTo("ECONNREFUSED");
  }

  @Test
  void what_is_not_modelled_is_told_when_a_packet_meets_it_and_not_before() {
    input("tcp dport 8080 queue num 1");
    assertThat(call(80)).isEqualTo("answered");
    assertThat(network.undecided()).isNull();

    call(8080);

    assertThat(network.undecided())
        .isEqualTo(
            "server: cannot decide: table ip t chain in rule 1: statement `queue num 1` is not"
                + " modelled");
  }

  @Test
  void a_trace_names_chains_maps_and_what_rules_did() {
    table(
        """
        map ports { type inet_service : verdict; elements = { 80 : goto web } }
        chain in { type filter hook input priority 0; policy drop;
          ct state established accept
          tcp dport vmap @ports
        }
        chain web { accept; }
        """);
    TraceRecorder recorder = new TraceRecorder(false);
    network.setRecorder(recorder);

    call(80);

    List<Step> first = recorder.hops().get(1).steps();
    assertThat(first)
        .contains(
            new Step.ChainEntered("ip t", "INPUT", "in"),
            new Step.ChainEntered("ip t", "INPUT", "map ports"),
            new Step.RuleMatched("ip t", "in", 2, "tcp dport vmap @ports", "goto web", null),
            new Step.ChainEntered("ip t", "INPUT", "web"),
            new Step.TableVerdict("ip t", "INPUT", "ACCEPT", false));
  }

  @Test
  void a_set_of_a_type_that_is_not_modelled_is_told_too() {
    table(
        """
        set classes { type classid; elements = { 1:2 } }
        chain in { type filter hook input priority 0; tcp dport @classes accept; }
        """);

    call(80);

    assertThat(network.undecided()).contains("set or map `classes` is not modelled");
  }
}
