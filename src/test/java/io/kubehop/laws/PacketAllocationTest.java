package io.kubehop.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.Network;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.host.Route;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.ruleset.RulesetBuilder;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.core.time.Simulation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A packet that nobody traces costs a node no allocation: what it needs is pooled. The cables lose
 * what leaves the node, so that only the node is measured. The least of several rounds counts, so
 * that what the JVM itself does now and then on this thread is left out; there are more rounds
 * where a busy machine compiles late.
 */
class PacketAllocationTest {
  private static final IpAddress NODE = IpAddress.parse("192.168.0.2");
  private static final IpAddress VIP = IpAddress.parse("10.96.0.12");
  private static final IpAddress SERVER_1 = IpAddress.parse("10.244.0.11");
  private static final IpAddress SERVER_2 = IpAddress.parse("10.244.0.12");
  private static final IpAddress CLIENT = IpAddress.parse("10.244.0.10");
  private static final int PORT = 80;
  private static final int MARK = 0x4000;
  private static final int ROUND = 5_000;
  private static final int WARM_UP_ROUNDS = 4;
  private static final int MOST_ROUNDS = 40;

  /** So long that of some 1200 connections per 120 s the oldest are forgotten all the time. */
  private static final long BETWEEN_CONNECTIONS = 100_000_000;

  private final Simulation simulation = new Simulation(42);
  private final Network network = new Network(simulation, 0);
  private final Host node = network.addHost("node");
  private int connection;

  @BeforeEach
  void wire() {
    node.setSysctl(Sysctl.IP_FORWARD, 1);
    node.addInterface("eth0", network.addLan("lan", 0))
        .addAddress(NODE, Cidr.parse("192.168.0.0/24"));
    for (IpAddress address : List.of(CLIENT, SERVER_1, SERVER_2)) {
      Link cable = network.addCable("cable-" + address, 10_000);
      cable.setQuality(new Link.Quality(10_000, 1.0));
      node.addInterface("veth-" + address, cable);
      node.routes().add(Route.onLink(Cidr.host(address), "veth-" + address));
      Host pod = network.addHost("pod-" + address);
      pod.addInterface("eth0", cable).addAddress(address, Cidr.host(address));
    }
  }

  /** What kube-proxy writes for a Service with two endpoints, as far as a packet meets it. */
  private static Ruleset rules(boolean masquerade) {
    RulesetBuilder rules =
        Ruleset.builder(IpFamily.IPV4)
            .rule(TableName.NAT, "PREROUTING", Rule.builder().jump("SERVICES"))
            .rule(
                TableName.NAT,
                "SERVICES",
                Rule.builder()
                    .protocol(Protocol.TCP)
                    .destination(VIP)
                    .destinationPort(PORT)
                    .jump("SVC"),
                Rule.builder().destinationType(AddressType.LOCAL).jump("NODEPORTS"))
            .chain(TableName.NAT, "NODEPORTS")
            .rule(TableName.NAT, "MASQ", Rule.builder().orMark(MARK))
            .rule(TableName.NAT, "POSTROUTING", Rule.builder().jump("MASQUERADING"))
            .rule(
                TableName.NAT,
                "MASQUERADING",
                Rule.builder().notMark(MARK, MARK).returns(),
                Rule.builder().xorMark(MARK),
                Rule.builder().masquerade(true))
            .rule(TableName.FILTER, "FORWARD", Rule.builder().mark(MARK, MARK).accept());
    Rule half =
        Rule.builder().protocol(Protocol.TCP).probability("0.5000000000").dnat(SERVER_1, PORT);
    Rule rest = Rule.builder().protocol(Protocol.TCP).dnat(SERVER_2, PORT);
    return masquerade
        ? rules.rule(TableName.NAT, "SVC", Rule.builder().jump("MASQ"), half, rest).build()
        : rules.rule(TableName.NAT, "SVC", half, rest).build();
  }

  private void send(IpAddress from, int fromPort, IpAddress to, int toPort, int flags) {
    Packet packet = network.takePacket();
    packet.setProtocol(Protocol.TCP.number());
    packet.setSource(from);
    packet.setSourcePort(fromPort);
    packet.setDestination(to);
    packet.setDestinationPort(toPort);
    packet.setTcpFlags(flags);
    packet.setTtl(64);
    packet.setLength(60);
    device(from).onEvent(0, 0, packet);
  }

  private NetworkInterface device(IpAddress pod) {
    Route route = node.routes().find(pod.high(), pod.low());
    return Objects.requireNonNull(node.networkInterface(route.device()));
  }

  private void firstPacket(IpAddress to) {
    connection++;
    send(CLIENT, 1024 + connection % 60_000, to, PORT, TcpFlags.SYN);
    simulation.runUntil(simulation.now() + BETWEEN_CONNECTIONS);
  }

  private static long leastAllocated(Runnable packet) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && least > 0; round++) {
      long before = threads.getThreadAllocatedBytes(self);
      for (int i = 0; i < ROUND; i++) {
        packet.run();
      }
      long allocated = threads.getThreadAllocatedBytes(self) - before;
      if (round >= WARM_UP_ROUNDS) {
        least = Math.min(least, allocated);
      }
    }
    return least;
  }

  @Test
  void theFirstPacketOfAConnectionToAServiceAllocatesNothing() {
    node.firewall().setRules(rules(false));

    assertThat(leastAllocated(() -> firstPacket(VIP))).isZero();
    assertThat(node.firewall().connections().connections()).hasSizeBetween(1_000, 1_300);
  }

  @Test
  void theFirstPacketOfAConnectionToAPodAllocatesNothing() {
    node.firewall().setRules(rules(false));

    assertThat(leastAllocated(() -> firstPacket(SERVER_1))).isZero();
  }

  @Test
  void aMasqueradedFirstPacketAllocatesNothing() {
    node.firewall().setRules(rules(true));

    assertThat(leastAllocated(() -> firstPacket(VIP))).isZero();
    assertThat(node.firewall().connections().connections())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.replyTuple().destination()).isEqualTo(NODE));
  }

  /** A virtual server in place of the rules that choose a server. */
  private void balance(boolean masquerade) {
    int mark = masquerade ? MARK : 0;
    Ruleset rules =
        Ruleset.builder(IpFamily.IPV4)
            .rule(TableName.NAT, "PREROUTING", Rule.builder().orMark(mark))
            .rule(TableName.NAT, "POSTROUTING", Rule.builder().mark(MARK, MARK).masquerade(true))
            .build();
    node.firewall().setRules(rules);
    node.addInterface("kube-ipvs0", null).addAddress(VIP, Cidr.host(VIP));
    Ipvs ipvs = node.firewall().ipvs();
    ipvs.setSysctls(new IpvsSysctls(true, true, true, 1));
    VirtualServerKey key = VirtualServerKey.of(Protocol.TCP, VIP, PORT);
    ipvs.addService(VirtualServerConfig.of(key, SchedulerKind.RR));
    for (IpAddress server : List.of(SERVER_1, SERVER_2)) {
      ipvs.addServer(key, RealServerConfig.masqueraded(new SocketAddress(server, PORT), 1));
    }
  }

  @Test
  void theFirstPacketOfAConnectionThatIpvsBalancesAllocatesNothing() {
    balance(false);

    assertThat(leastAllocated(() -> firstPacket(VIP))).isZero();
    // SYN_RECV lasts 60 s, and takes the entry of connection tracking along
    assertThat(node.firewall().ipvs().connections()).hasSizeBetween(500, 700);
    assertThat(node.firewall().connections().connections()).hasSizeBetween(500, 700);
  }

  @Test
  void aMasqueradedFirstPacketThatIpvsBalancesAllocatesNothing() {
    balance(true);

    assertThat(leastAllocated(() -> firstPacket(VIP))).isZero();
    assertThat(node.firewall().connections().connections())
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.replyTuple().destination()).isEqualTo(NODE);
              assertThat(each.replyTuple().source()).isIn(SERVER_1, SERVER_2);
            });
  }

  @Test
  void anEstablishedFlowThatIpvsBalancesAllocatesNothing() {
    balance(false);
    send(CLIENT, 40_000, VIP, PORT, TcpFlags.SYN);
    IpAddress server = node.firewall().connections().connections().get(0).replyTuple().source();

    long allocated =
        leastAllocated(
            () -> {
              send(CLIENT, 40_000, VIP, PORT, TcpFlags.ACK);
              send(server, PORT, CLIENT, 40_000, TcpFlags.SYN | TcpFlags.ACK);
            });

    assertThat(allocated).isZero();
    assertThat(node.firewall().ipvs().connections()).hasSize(1);
  }

  @Test
  void anEstablishedFlowAllocatesNothing() {
    node.firewall().setRules(rules(false));
    send(CLIENT, 40_000, VIP, PORT, TcpFlags.SYN);
    IpAddress server = node.firewall().connections().connections().get(0).replyTuple().source();
    send(server, PORT, CLIENT, 40_000, TcpFlags.SYN | TcpFlags.ACK);
    send(CLIENT, 40_000, VIP, PORT, TcpFlags.ACK);

    long allocated =
        leastAllocated(
            () -> {
              send(CLIENT, 40_000, VIP, PORT, TcpFlags.ACK);
              send(server, PORT, CLIENT, 40_000, TcpFlags.ACK);
            });

    assertThat(allocated).isZero();
    assertThat(node.firewall().connections().connections())
        .singleElement()
        .satisfies(each -> assertThat(each.isAssured()).isTrue());
  }

  private static final String TABLE =
      """
      table ip kube-proxy {
        map service-ips {
          type ipv4_addr . inet_proto . inet_service : verdict
          elements = { 10.96.0.12 . tcp . 80 : goto service }
        }
        chain nat-prerouting {
          type nat hook prerouting priority dstnat; policy accept;
          jump services
        }
        chain services {
          ip daddr . meta l4proto . th dport vmap @service-ips
        }
        chain service {
          numgen random mod 2 vmap { 0 : goto endpoint-1, 1 : goto endpoint-2 }
        }
        chain endpoint-1 {
          ip saddr 10.244.0.11 meta mark set meta mark | 0x4000
          meta l4proto tcp dnat to 10.244.0.11:80
        }
        chain endpoint-2 {
          meta l4proto tcp dnat to 10.244.0.12:80
        }
        chain nat-postrouting {
          type nat hook postrouting priority srcnat; policy accept;
          meta mark & 0x4000 == 0 return
          masquerade fully-random
        }
        chain filter-forward {
          type filter hook forward priority filter; policy drop;
          ct state vmap { established : accept, invalid : drop }
          iifname "veth-*" tcp dport { 80, 443, 8000-8100 } accept
        }
      }
      """;

  @Test
  void theFirstPacketThroughNftablesAllocatesNothing() {
    node.firewall().setNftRuleset(NftText.read(TABLE));

    assertThat(leastAllocated(() -> firstPacket(VIP))).isZero();
    assertThat(node.firewall().connections().connections())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.replyTuple().source()).isIn(SERVER_1, SERVER_2));
  }
}
