package io.kubehop.core.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Echo;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Share;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.trace.Step;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client, a node that balances with IPVS, and two servers behind it. */
class IpvsHooksTest {
  private static final IpAddress NODE = IpAddress.parse("192.168.0.2");
  private static final IpAddress VIP = IpAddress.parse("10.96.0.12");
  private static final IpAddress SERVER_1 = IpAddress.parse("10.244.0.11");
  private static final IpAddress SERVER_2 = IpAddress.parse("10.244.0.12");
  private static final IpAddress CLIENT = IpAddress.parse("10.244.0.10");
  private static final VirtualServerKey SERVICE = VirtualServerKey.of(Protocol.TCP, VIP, 80);
  private static final String TRACKING =
      "*filter\n-A FORWARD -m conntrack --ctstate INVALID -j DROP\nCOMMIT\n";
  private static final String MASQUERADING = "*nat\n-A POSTROUTING ! -o lo -j MASQUERADE\nCOMMIT\n";

  private final Simulation simulation = new Simulation(42);
  private final Network network = new Network(simulation, 0);
  private final Host node = network.addHost("node");
  private final Ipvs ipvs = node.firewall().ipvs();
  private Host client = node;

  @BeforeEach
  void wire() {
    node.setSysctl(Sysctl.IP_FORWARD, 1);
    node.addInterface("eth0", network.addLan("lan", 0)).addAddress(NODE, Cidr.host(NODE));
    node.addInterface("kube-ipvs0", null).addAddress(VIP, Cidr.host(VIP));
    client = pod("client", CLIENT);
    for (IpAddress address : List.of(SERVER_1, SERVER_2)) {
      listen(pod("server-" + address, address));
    }
    ipvs.setSysctls(new IpvsSysctls(true, true, true, 1));
    ipvs.addService(VirtualServerConfig.of(SERVICE, SchedulerKind.RR));
    add(SERVER_1, 1);
    add(SERVER_2, 1);
  }

  private void add(IpAddress server, int weight) {
    ipvs.addServer(SERVICE, RealServerConfig.masqueraded(new SocketAddress(server, 8080), weight));
  }

  private static void listen(Host server) {
    server.sockets().listen(null, 8080, new Listener("echo", new EchoServer()));
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

  private void rules(String text) {
    node.firewall().setRules(IptablesSave.read(text, IpFamily.IPV4));
  }

  private static Call call(Host from) {
    SocketAddress to = new SocketAddress(VIP, 80);
    return new Call(from, new Call.Target(Protocol.TCP, to, null, 0, 1_000_000_000L, "hello"));
  }

  private static Echo answer(CallResult result) {
    return Objects.requireNonNull(result.answer(), result::toString);
  }

  private IpAddress serverOfNextCall() {
    return answer(call(client).complete()).server().address();
  }

  private List<Connection> tracked() {
    return node.firewall().connections().connections();
  }

  @Test
  void servers_take_turns_the_one_added_last_first() {
    assertThat(List.of(serverOfNextCall(), serverOfNextCall(), serverOfNextCall()))
        .containsExactly(SERVER_2, SERVER_1, SERVER_2);
  }

  @Test
  void connection_tracking_expects_the_answer_from_the_server() {
    rules(TRACKING);

    Echo seen = answer(call(client).complete());

    assertThat(seen.client().address()).isEqualTo(CLIENT);
    Connection entry = tracked().get(0);
    assertThat(entry.originalTuple().destination()).isEqualTo(VIP);
    assertThat(entry.replyTuple().source()).isEqualTo(SERVER_2);
    assertThat(entry.replyTuple().sourcePort()).isEqualTo(8080);
    assertThat(entry.hasDestinationNat()).isFalse();
  }

  @Test
  void masquerading_works_behind_it() {
    rules(MASQUERADING);

    CallResult result = call(client).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(answer(result).client().address()).isEqualTo(NODE);
    assertThat(tracked().get(0).replyTuple().destination()).isEqualTo(NODE);
  }

  @Test
  void without_the_sysctl_nothing_is_tracked_and_nothing_masqueraded() {
    rules(MASQUERADING);
    ipvs.setSysctls(new IpvsSysctls(false, true, true, 1));

    CallResult result = call(client).complete();

    assertThat(answer(result).client().address()).isEqualTo(CLIENT);
    assertThat(tracked()).isEmpty();
  }

  @Test
  void the_end_of_a_connection_takes_its_entry_in_connection_tracking_away() {
    rules(TRACKING);
    call(client).complete();
    assertThat(tracked()).hasSize(1);

    // TIME_WAIT lasts as long there as here
    simulation.runUntil(simulation.now() + 119_000_000_000L);
    ipvs.advance();
    assertThat(ipvs.connections()).hasSize(1);
    simulation.runUntil(simulation.now() + 2_000_000_000L);
    ipvs.advance();

    assertThat(ipvs.connections()).isEmpty();
    assertThat(tracked()).isEmpty();
  }

  @Test
  void a_service_without_servers_is_refused_as_by_a_rule() {
    ipvs.editServer(SERVICE, RealServerConfig.masqueraded(new SocketAddress(SERVER_1, 8080), 0));
    ipvs.editServer(SERVICE, RealServerConfig.masqueraded(new SocketAddress(SERVER_2, 8080), 0));

    assertThat(call(client).complete().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(call(node).complete().outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(ipvs.connections()).isEmpty();
  }

  @Test
  void a_port_that_is_no_service_is_the_nodes_own() {
    SocketAddress other = new SocketAddress(VIP, 81);
    Call call =
        new Call(client, new Call.Target(Protocol.TCP, other, null, 0, 1_000_000_000L, "hello"));

    assertThat(call.complete().outcome()).isEqualTo(Outcome.REFUSED);
  }

  @Test
  void the_node_calls_from_the_virtual_address_itself() {
    Echo seen = answer(call(node).complete());

    assertThat(seen.client().address()).isEqualTo(VIP);
  }

  @Test
  void a_server_on_the_node_itself_is_reached_from_inside_and_outside() {
    listen(node);
    add(NODE, 1);
    for (IpAddress pod : List.of(SERVER_1, SERVER_2)) {
      ipvs.removeServer(SERVICE, new SocketAddress(pod, 8080));
    }
    rules(TRACKING);

    assertThat(answer(call(client).complete()).server().address()).isEqualTo(NODE);
    assertThat(answer(call(node).complete()).server().address()).isEqualTo(NODE);
  }

  @Test
  void a_server_that_reaches_itself_sees_itself_unless_masqueraded() {
    Host server = network.host("server-" + SERVER_2);

    assertThat(call(server).complete().outcome()).isNotEqualTo(Outcome.DELIVERED);
    ipvs.removeServer(SERVICE, new SocketAddress(SERVER_1, 8080));
    rules(MASQUERADING);
    assertThat(answer(call(server).complete()).client().address()).isEqualTo(NODE);
  }

  @Test
  void exploring_shows_whose_turn_it_is_and_whose_it_could_be_and_leaves_no_trace() {
    rules(MASQUERADING);
    call(client).complete();
    long before = new StateDigest().add(simulation).add(network).value();

    List<Branch<CallResult>> ways = new Explorer(simulation).explore(call(client));

    assertThat(ways)
        .extracting(way -> answer(way.result()).server().address())
        .containsExactly(SERVER_1, SERVER_2);
    assertThat(ways).extracting(Branch::share).containsExactly(Share.ONE, Share.ZERO);
    assertThat(new StateDigest().add(simulation).add(network).value()).isEqualTo(before);
    assertThat(serverOfNextCall()).isEqualTo(SERVER_1);
  }

  @Test
  void a_trace_names_the_virtual_server_the_scheduler_and_the_server() {
    TraceRecorder recorder = new TraceRecorder(false, simulation.journal());
    network.setRecorder(recorder);

    call(client).complete();

    assertThat(recorder.hops())
        .flatExtracting(hop -> hop.steps())
        .filteredOn(Step.Balanced.class::isInstance)
        .first()
        .extracting("virtualServer", "rule", "server", "why")
        .containsExactly(
            "ipvs:10.96.0.12:80",
            "-A -t 10.96.0.12:80 -s rr",
            new SocketAddress(SERVER_2, 8080),
            "rr");
  }
}
