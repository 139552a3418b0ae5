package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancedPacket.socket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SctpChunk;
import io.kubehop.core.net.TcpFlags;
import org.junit.jupiter.api.Test;

/** Which packets are given a server, and of which virtual server. */
class SchedulingTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String A = "10.244.0.1:8080";
  private static final String B = "10.244.0.2:8080";
  private static final String CLIENT = "192.0.2.1:40000";

  private final BalancingHost host = new BalancingHost();

  @Test
  void serversTakeTurns() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A, B);

    assertThat(host.call("TCP", "192.0.2.1:1001", VIP)).isEqualTo(A);
    assertThat(host.call("TCP", "192.0.2.1:1002", VIP)).isEqualTo(B);
    assertThat(host.call("TCP", "192.0.2.1:1003", VIP)).isEqualTo(A);
  }

  @Test
  void laterPacketsOfAConnectionGoWhereTheFirstWent() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A, B);
    host.call("TCP", CLIENT, VIP);

    assertThat(host.segment(BalancingHost.ACK, CLIENT, VIP)).isEqualTo(A);
    assertThat(host.call("TCP", CLIENT, VIP)).as("SYN again").isEqualTo(A);
  }

  @Test
  void withoutServersClientsAreRefused() {
    VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR);
    assertThat(host.call("TCP", CLIENT, VIP)).isEqualTo("REFUSE");

    host.weigh(key, A, 0);
    assertThat(host.call("TCP", CLIENT, VIP)).as("drained").isEqualTo("REFUSE");
    assertThat(host.connections()).isEmpty();
  }

  @Test
  void otherAddressesPortsAndProtocolsAreNoneOfItsBusiness() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A);

    assertThat(host.call("TCP", CLIENT, "10.96.0.2:80")).isEqualTo("ACCEPT");
    assertThat(host.call("TCP", CLIENT, "10.96.0.1:81")).isEqualTo("ACCEPT");
    assertThat(host.call("UDP", CLIENT, VIP)).isEqualTo("ACCEPT");
  }

  @Test
  void onlyTheFirstSegmentIsScheduled() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A);

    assertThat(host.segment(TcpFlags.ACK, CLIENT, VIP)).isEqualTo("ACCEPT");
    assertThat(host.segment(TcpFlags.SYN | TcpFlags.RST, CLIENT, VIP)).isEqualTo("ACCEPT");
    assertThat(host.segment(TcpFlags.SYN | TcpFlags.ACK, CLIENT, VIP)).isEqualTo(A);
  }

  @Test
  void onlyInitIsScheduledOfSctp() {
    host.serve("SCTP " + VIP, SchedulerKind.RR, A);
    BalancedPacket data = BalancedPacket.of(Protocol.SCTP, socket(CLIENT), socket(VIP));

    assertThat(host.send(data.withChunk(SctpChunk.DATA))).isEqualTo("ACCEPT");
    assertThat(host.call("SCTP", CLIENT, VIP)).isEqualTo(A);
  }

  @Test
  void aMarkCountsBeforeTheAddress() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A);
    host.serve("FWM 7", SchedulerKind.RR, B);
    BalancedPacket call = BalancedPacket.call(Protocol.TCP, socket(CLIENT), socket(VIP));

    assertThat(host.send(call.withMark(7))).isEqualTo(B);
    assertThat(host.call("TCP", "192.0.2.1:2", VIP)).isEqualTo(A);
    BalancedPacket other = BalancedPacket.call(Protocol.TCP, socket("192.0.2.1:3"), socket(VIP));
    assertThat(host.send(other.withMark(8))).as("a mark of nobody").isEqualTo(A);
  }

  @Test
  void aServerWithPort0KeepsThePortCalled() {
    host.serve("FWM 7", SchedulerKind.RR, "10.244.0.1:0");
    BalancedPacket call =
        BalancedPacket.call(Protocol.UDP, socket(CLIENT), socket("198.18.0.1:53"));

    assertThat(host.send(call.withMark(7))).isEqualTo("10.244.0.1:53");
  }

  @Test
  void callsFromTheFtpDataPortAreLeftToTheHost() {
    host.serve("TCP " + VIP, SchedulerKind.RR, A);

    assertThat(host.call("TCP", "192.0.2.1:20", VIP)).isEqualTo("ACCEPT");
  }

  @Test
  void otherPortsOfAnFtpServerAreNotRefused() {
    host.serve("TCP 10.96.0.1:21", SchedulerKind.RR, "10.244.0.1:21");

    assertThat(host.call("TCP", CLIENT, "10.96.0.1:5000")).isEqualTo("ACCEPT");
    assertThat(host.call("TCP", CLIENT, "10.96.0.1:21")).isEqualTo("10.244.0.1:21");
  }

  @Test
  void port0TakesTheCallsToAllPortsWithoutAVirtualServer() {
    Persistence sticky = Persistence.perClient(60);
    VirtualServerKey any = BalancingHost.key("TCP 10.96.0.1:0");
    host.serve(new VirtualServerConfig(any, SchedulerKind.RR, 0, sticky, false), "10.244.0.1:0");
    host.serve("TCP " + VIP, SchedulerKind.RR, B);

    assertThat(host.call("TCP", CLIENT, "10.96.0.1:443")).isEqualTo("10.244.0.1:443");
    assertThat(host.call("TCP", CLIENT, VIP)).isEqualTo(B);
    assertThatThrownBy(() -> VirtualServerConfig.of(any, SchedulerKind.RR))
        .hasMessage("TCP 10.96.0.1:0: port 0 takes a persistent virtual server");
  }

  @Test
  void everyDatagramOfAOnePacketServiceIsScheduledAnew() {
    VirtualServerKey dns = BalancingHost.key("UDP 10.96.0.10:53");
    host.serve(VirtualServerConfig.of(dns, SchedulerKind.RR).withOnePacket(true), A, B);

    assertThat(host.call("UDP", CLIENT, "10.96.0.10:53")).isEqualTo(A);
    assertThat(host.call("UDP", CLIENT, "10.96.0.10:53")).isEqualTo(B);
    assertThat(host.connections()).isEmpty();
    assertThat(host.counts(dns)).isEqualTo("0/0/0 0/0/0");
    assertThat(host.ended).as("entries of connection tracking stay").isEmpty();
  }

  @Test
  void anOverloadedServerIsLeftOutUntilAQuarterIsFree() {
    VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, A, B);
    host.ipvs().editServer(key, RealServerConfig.masqueraded(socket(A), 1).withThresholds(4, 0));
    for (int port = 1; port <= 8; port++) {
      host.connect("192.0.2.1:" + (1000 + port), VIP);
    }
    assertThat(host.counts(key)).isEqualTo("4/0/0 4/0/0");
    assertThat(host.connect("192.0.2.2:1", VIP)).isEqualTo(B);
    assertThat(host.connect("192.0.2.2:2", VIP)).isEqualTo(B);

    host.segment(BalancingHost.RST, "192.0.2.1:1001", VIP);
    host.pass(10);
    assertThat(host.connect("192.0.2.2:3", VIP)).as("three are three quarters").isEqualTo(B);
    host.segment(BalancingHost.RST, "192.0.2.1:1003", VIP);
    host.pass(10);
    assertThat(host.connect("192.0.2.2:4", VIP)).isEqualTo(A);
  }

  @Test
  void withoutVirtualServersOfAFamilyItsHooksAreGone() {
    VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, A);
    host.serve("TCP [fd00::1]:80", SchedulerKind.RR, "[fd00::2]:80");
    host.connect(CLIENT, VIP);
    host.ipvs().removeService(key);

    assertThat(host.segment(BalancingHost.ACK, CLIENT, VIP)).isEqualTo("ACCEPT");
    assertThat(host.call("TCP", "[fd00::9]:4", "[fd00::1]:80")).isEqualTo("fd00::2:80");
  }

  @Test
  void whatIsThereTwiceOrNotAtAllIsNamed() {
    VirtualServerKey key = host.serve("TCP " + VIP, SchedulerKind.RR, A);
    VirtualServerKey absent = BalancingHost.key("UDP " + VIP);

    assertThatThrownBy(() -> host.serve("TCP " + VIP, SchedulerKind.SH))
        .hasMessage("TCP 10.96.0.1:80: service already exists");
    assertThatThrownBy(() -> host.ipvs().addServer(key, RealServerConfig.masqueraded(socket(A), 2)))
        .hasMessage("TCP 10.96.0.1:80: destination 10.244.0.1:8080 already exists");
    assertThatThrownBy(() -> host.remove(key, B))
        .hasMessage("TCP 10.96.0.1:80: no such destination 10.244.0.2:8080");
    assertThatThrownBy(() -> host.ipvs().removeService(absent))
        .hasMessage("UDP 10.96.0.1:80: no such service");
  }
}
