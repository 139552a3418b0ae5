package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Share;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client, a node that translates a virtual address, and two servers behind it. */
class ServiceVipTest {
  private static final IpAddress NODE = IpAddress.parse("192.168.0.2");
  private static final IpAddress VIP = IpAddress.parse("10.96.0.12");
  private static final IpAddress SERVER_1 = IpAddress.parse("10.244.0.11");
  private static final IpAddress SERVER_2 = IpAddress.parse("10.244.0.12");
  private static final IpAddress CLIENT = IpAddress.parse("10.244.0.10");

  private final Simulation simulation = new Simulation(42);
  private final Network network = new Network(simulation, 0);
  private final Host node = network.addHost("node");
  private Host client = node;

  @BeforeEach
  void wire() {
    node.setSysctl(Sysctl.IP_FORWARD, 1);
    node.addInterface("eth0", network.addLan("lan", 0)).addAddress(NODE, Cidr.host(NODE));
    client = pod("client", CLIENT);
    EchoServer echo = new EchoServer();
    for (IpAddress address : List.of(SERVER_1, SERVER_2)) {
      Host server = pod("server-" + address, address);
      server.sockets().listen(null, 8080, new Listener("echo", echo));
      server.sockets().bind(Protocol.UDP, null, 8080, echo, "echo");
    }
  }

  private Host pod(String name, IpAddress address) {
    Link cable = network.addCable(name, 10_000);
    node.addInterface("veth-" + name, cable);
    node.routes().add(Route.onLink(Cidr.host(address), "veth-" + name));
    Host pod = network.addHost(name);
    pod.addInterface("eth0", cable).addAddress(address, Cidr.host(address));
    pod.routes().add(Route.onLink(new Cidr(IpAddress.ANY_V4, 0), "eth0"));
    return pod;
  }

  private Ruleset rules(boolean masquerade) {
    RulesetBuilder builder =
        Ruleset.builder(IpFamily.IPV4)
            .rule(
                TableName.NAT,
                "PREROUTING",
                Rule.builder()
                    .protocol(Protocol.TCP)
                    .destination(VIP)
                    .destinationPort(80)
                    .jump("SVC"))
            .rule(
                TableName.NAT,
                "SVC",
                Rule.builder()
                    .protocol(Protocol.TCP)
                    .probability("0.5000000000")
                    .dnat(SERVER_1, 8080),
                Rule.builder().protocol(Protocol.TCP).dnat(SERVER_2, 8080));
    if (masquerade) {
      builder.rule(TableName.NAT, "POSTROUTING", Rule.builder().masquerade(false));
    }
    return builder.build();
  }

  private Call call() {
    return new Call(
        client,
        new Call.Target(
            Protocol.TCP, new SocketAddress(VIP, 80), null, 0, 1_000_000_000L, "hello"));
  }

  @Test
  void aCallIsTranslatedAndItsAnswerComesBackFromTheCalledAddress() {
    node.firewall().setRules(rules(false));

    CallResult result = call().complete();

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(result.answer()).isNotNull();
    assertThat(result.answer().server().address()).isIn(SERVER_1, SERVER_2);
    assertThat(result.sourceTranslated()).isFalse();
  }

  @Test
  void masqueradingShowsTheServerTheNode() {
    node.firewall().setRules(rules(true));

    CallResult result = call().complete();

    assertThat(result.answer().client().address()).isEqualTo(NODE);
    assertThat(result.sourceTranslated()).isTrue();
  }

  @Test
  void exploringFindsBothServersWithTheirSharesAndLeavesNoTrace() {
    node.firewall().setRules(rules(false));
    call().complete();
    long before = new StateDigest().add(simulation).add(network).value();

    List<Branch<CallResult>> branches = new Explorer(simulation).explore(call());

    assertThat(branches)
        .extracting(branch -> branch.result().answer().server().address())
        .containsExactly(SERVER_1, SERVER_2);
    assertThat(branches).extracting(Branch::share).containsOnly(Share.of(1, 2));
    assertThat(new StateDigest().add(simulation).add(network).value()).isEqualTo(before);
  }

  @Test
  void withoutRulesTheAddressIsNobodys() {
    assertThat(call().complete().outcome()).isEqualTo(Outcome.UNROUTABLE);
  }

  @Test
  void aTraceNamesTheRules() {
    node.firewall().setRules(rules(false));
    TraceRecorder recorder = new TraceRecorder(false);
    network.setRecorder(recorder);

    call().complete();

    assertThat(recorder.hops().toString()).contains("jump SVC", "DNAT", "Accepted");
  }
}
