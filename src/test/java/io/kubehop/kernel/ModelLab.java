package io.kubehop.kernel;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Echo;
import io.kubehop.core.app.EchoServer;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.Listener;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.Route;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipset.IpsetSave;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.core.time.Simulation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The same as a {@link Lab}, simulated. */
final class ModelLab {
  private static final long LATENCY = 10_000;
  private static final long PATIENCE = 1_000_000_000;

  private final Network network;
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Host node;
  private final IpFamily family;
  private final Cidr everything;

  ModelLab(long seed, Machine nodeMachine, Machine client, List<Machine> pods) {
    network = new Network(new Simulation(seed), 0);
    family = IpAddress.parse(nodeMachine.address()).isV4() ? IpFamily.IPV4 : IpFamily.IPV6;
    everything = Cidr.parse(family == IpFamily.IPV4 ? "0.0.0.0/0" : "::/0");
    node = add(nodeMachine);
    node.setSysctl(Sysctl.IP_FORWARD, 1);
    plug(client, Lab.UPLINK);
    IpAddress address = IpAddress.parse(nodeMachine.address());
    node.requireInterface(Lab.UPLINK).addAddress(address, Cidr.host(address));
    node.routes().add(Route.onLink(everything, Lab.UPLINK));
    pods.forEach(pod -> plug(pod, "veth-" + pod.name()));
  }

  private Host add(Machine machine) {
    Host host = network.addHost(machine.name());
    EchoServer echo = new EchoServer();
    for (String each : machine.addresses()) {
      IpAddress address = IpAddress.parse(each);
      for (int port : machine.ports()) {
        host.sockets().listen(address, port, new Listener("echo", echo));
        host.sockets().bind(Protocol.UDP, address, port, echo, "echo");
      }
    }
    hosts.put(machine.name(), host);
    return host;
  }

  private void plug(Machine machine, String device) {
    Link cable = network.addCable(machine.name(), LATENCY);
    IpAddress address = IpAddress.parse(machine.address());
    node.addInterface(device, cable);
    node.routes().add(Route.onLink(Cidr.host(address), device));
    Host host = add(machine);
    host.addInterface("eth0", cable).addAddress(address, Cidr.host(address));
    host.routes().add(Route.onLink(everything, "eth0"));
  }

  void load(String rules) {
    node.firewall().setRules(IptablesSave.read(rules, family));
  }

  void loadTables(String listing) {
    node.firewall().setNftRuleset(NftText.read(listing));
  }

  void loadSets(String sets) {
    node.firewall().setSets(IpsetSave.read(sets, 0));
  }

  Answer call(RealCall call) {
    Call.Target target =
        new Call.Target(
            Protocol.valueOf(call.protocol().toUpperCase(Locale.ROOT)),
            new SocketAddress(IpAddress.parse(call.address()), call.port()),
            null,
            call.sourcePort(),
            PATIENCE,
            "hello");
    CallResult result = new Call(Objects.requireNonNull(hosts.get(call.from())), target).complete();
    Echo echo = result.answer();
    if (echo == null) {
      return Answer.failed(Objects.requireNonNull(result.failure()).error().name());
    }
    return new Answer(
        "", echo.host(), echo.server().toString(), echo.client().address().toString());
  }
}
