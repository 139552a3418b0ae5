package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancedPacket.socket;
import static io.kubehop.core.ipvs.BalancingHost.ACK;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;
import io.kubehop.core.net.SocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What comes back from real servers, and errors in both directions. */
class ReplyTest {
  private static final String VIP = "10.96.0.1:80";
  private static final String SERVER = "10.244.0.1:8080";
  private static final String CLIENT = "192.0.2.1:40000";

  private final BalancingHost host = new BalancingHost();

  ReplyTest() {
    host.serve("TCP " + VIP, SchedulerKind.RR, SERVER);
    host.connect(CLIENT, VIP);
  }

  @Test
  void repliesComeFromTheVirtualServer() {
    assertThat(host.answer(ACK, SERVER, CLIENT)).isEqualTo(VIP);
  }

  @Test
  void whatIsNoReplyIsLeftAlone() {
    assertThat(host.answer(ACK, "10.244.0.1:9090", CLIENT)).isEqualTo("10.244.0.1:9090");
    assertThat(host.answer(ACK, SERVER, "192.0.2.1:1")).isEqualTo(SERVER);
  }

  @Test
  void aPacketIsDealtWithOnce() {
    BalancedPacket data =
        BalancedPacket.of(Protocol.TCP, socket(CLIENT), socket(VIP)).withFlags(ACK);
    assertThat(host.ipvs().in(data)).isEqualTo(IpvsVerdict.FORWARD);
    assertThat(host.ipvs().in(data)).isEqualTo(IpvsVerdict.ACCEPT);
    assertThat(Objects.requireNonNull(data.ipvsConnection()).client()).isEqualTo(socket(CLIENT));
  }

  @Test
  void anAnswerOfAServerOnThisHostIsNoCall() {
    String vip = "10.96.0.2:80";
    host.serve("UDP " + vip, SchedulerKind.RR, SERVER);
    host.serve("UDP 192.0.2.1:40000", SchedulerKind.RR, SERVER);
    host.call("UDP", CLIENT, vip);
    BalancedPacket answer = BalancedPacket.of(Protocol.UDP, socket(vip), socket(CLIENT));

    assertThat(host.send(answer.fromThisHost())).isEqualTo("ACCEPT");
  }

  @Test
  void anErrorOfTheServersSideGoesBackAsIfTheVirtualServerHadIt() {
    BalancedPacket error =
        error(
            "10.244.0.1",
            "192.0.2.1",
            new FiveTuple(Protocol.TCP.number(), address(CLIENT), 40000, address(SERVER), 8080));
    host.ipvs().out(error);

    Packet packet = error.packet();
    assertThat(packet.source()).isEqualTo(address(VIP));
    assertThat(Objects.requireNonNull(packet.quoted()).tuple())
        .isEqualTo(new FiveTuple(Protocol.TCP.number(), address(CLIENT), 40000, address(VIP), 80));
  }

  @Test
  void anErrorOfTheClientsSideGoesOnToTheServer() {
    BalancedPacket error =
        error(
            "192.0.2.254",
            "10.96.0.1",
            new FiveTuple(Protocol.TCP.number(), address(VIP), 80, address(CLIENT), 40000));

    assertThat(host.ipvs().in(error)).isEqualTo(IpvsVerdict.FORWARD);
    Packet packet = error.packet();
    assertThat(packet.destination()).isEqualTo(address(SERVER));
    assertThat(packet.source()).hasToString("192.0.2.254");
    assertThat(Objects.requireNonNull(packet.quoted()).tuple())
        .isEqualTo(
            new FiveTuple(Protocol.TCP.number(), address(SERVER), 8080, address(CLIENT), 40000));
  }

  @Test
  void aForwardedErrorIsFoundTooAndOthersPass() {
    FiveTuple known =
        new FiveTuple(Protocol.TCP.number(), address(VIP), 80, address(CLIENT), 40000);
    FiveTuple unknown = new FiveTuple(Protocol.TCP.number(), address(VIP), 80, address(CLIENT), 4);

    assertThat(host.ipvs().forwardedError(error("192.0.2.254", "10.96.0.1", known)))
        .isEqualTo(IpvsVerdict.FORWARD);
    assertThat(host.ipvs().forwardedError(error("192.0.2.254", "10.96.0.1", unknown)))
        .isEqualTo(IpvsVerdict.ACCEPT);
  }

  private static IpAddress address(String text) {
    SocketAddress socket = socket(text);
    return socket.address();
  }

  private static BalancedPacket error(String from, String to, FiveTuple quoted) {
    BalancedPacket error = BalancedPacket.of(Protocol.ICMP, socket(from + ":0"), socket(to + ":0"));
    error.packet().setIcmp(3, 1);
    error.packet().setQuoted(new QuotedPacket(quoted, 0, 0, 60));
    return error;
  }
}
