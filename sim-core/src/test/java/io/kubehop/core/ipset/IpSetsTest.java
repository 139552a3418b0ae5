package io.kubehop.core.ipset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpSetsTest {
  private static final long SECOND = 1_000_000_000;
  private static final String SETS =
      """
      create ip hash:ip family inet hashsize 1024 maxelem 65536
      add ip 10.0.0.1
      create net hash:net family inet hashsize 1024 maxelem 65536
      add net 10.0.0.0/8
      add net 10.1.0.0/16 nomatch
      add net 10.1.2.0/24
      create ipport hash:ip,port family inet hashsize 1024 maxelem 65536
      add ipport 10.0.0.1,tcp:80
      add ipport 10.0.0.1,icmp:8/0
      create netport hash:net,port family inet hashsize 1024 maxelem 65536
      add netport 10.0.0.0/8,udp:53
      create loop hash:ip,port,ip family inet hashsize 1024 maxelem 65536
      add loop 10.0.0.1,tcp:80,10.0.0.1
      create ipportnet hash:ip,port,net family inet hashsize 1024 maxelem 65536
      add ipportnet 10.0.0.1,tcp:80,10.9.0.0/16
      add ipportnet 10.0.0.1,tcp:80,10.9.9.0/24 nomatch
      create port bitmap:port range 0-65535
      add port 80
      create v6 hash:net family inet6 hashsize 1024 maxelem 65536
      add v6 fd00::/64
      create list list:set size 8
      add list ip
      add list ipport
      """;
  private final IpSets sets = IpsetSave.read(SETS, 0);

  @ParameterizedTest
  @CsvSource({
    "ip, s, 10.0.0.1, 10.0.0.9, true",
    "ip, d, 10.0.0.1, 10.0.0.9, false",
    "ip, sd, 10.0.0.1, 10.0.0.9, true",
    "net, s, 10.200.0.1, 1.1.1.1, true",
    "net, s, 10.1.0.1, 1.1.1.1, false",
    "net, s, 10.1.2.3, 1.1.1.1, true",
    "net, s, 11.0.0.1, 1.1.1.1, false",
    "ipport, dd, 1.1.1.1, 10.0.0.1, true",
    "ipport, ds, 1.1.1.1, 10.0.0.1, false",
    "ipport, d, 1.1.1.1, 10.0.0.1, false",
    "loop, ddd, 1.1.1.1, 10.0.0.1, true",
    "loop, dds, 1.1.1.1, 10.0.0.1, false",
    "loop, dds, 10.0.0.1, 10.0.0.1, true",
    "ipportnet, dds, 10.9.1.1, 10.0.0.1, true",
    "ipportnet, dds, 10.9.9.1, 10.0.0.1, false",
    "ipportnet, dds, 10.8.1.1, 10.0.0.1, false",
    "port, d, 1.1.1.1, 2.2.2.2, true",
    "port, s, 1.1.1.1, 2.2.2.2, false",
    "v6, s, 1.1.1.1, 2.2.2.2, false",
    "list, s, 10.0.0.1, 2.2.2.2, true",
    "list, d, 1.1.1.1, 10.0.0.1, true",
    "list, dd, 1.1.1.1, 10.0.0.1, true",
    "list, s, 1.1.1.1, 10.0.0.1, false",
    "gone, s, 10.0.0.1, 2.2.2.2, false"
  })
  void aTcpPacketToPort80IsInTheSet(
      String set, String directions, String source, String destination, boolean in) {
    assertThat(sets.contains(set, packet(Protocol.TCP, source, destination, 80), directions, 0))
        .isEqualTo(in);
  }

  @Test
  void portsBelongToTheirProtocol() {
    Packet dns = packet(Protocol.UDP, "10.5.5.5", "10.0.0.1", 53);
    Packet echo = packet(Protocol.ICMP, "1.1.1.1", "10.0.0.1", 0);
    echo.setIcmp(8, 0);

    assertThat(sets.contains("netport", dns, "sd", 0)).isTrue();
    assertThat(sets.contains("ipport", dns, "dd", 0)).isFalse();
    assertThat(sets.contains("ipport", echo, "dd", 0)).isTrue();
    assertThat(sets.contains("port", echo, "d", 0)).isFalse();
  }

  @Test
  void aSetOfIpv6HoldsIpv6() {
    assertThat(sets.contains("v6", packet(Protocol.TCP, "fd00::5", "fd01::1", 80), "s", 0))
        .isTrue();
    assertThat(sets.contains("v6", packet(Protocol.TCP, "fd00::5", "fd01::1", 80), "d", 0))
        .isFalse();
  }

  @Test
  void elementsGoWhenTheirTimeIsOver() {
    IpSets timed =
        IpsetSave.read(
            "create t hash:ip timeout 300\nadd t 10.0.0.1\nadd t 10.0.0.2 timeout 0\nadd t 10.0.0.3 timeout 5\n",
            0);

    assertThat(inTimed(timed, "10.0.0.1", 299)).isTrue();
    assertThat(inTimed(timed, "10.0.0.1", 300)).isFalse();
    assertThat(inTimed(timed, "10.0.0.2", 1000)).isTrue();
    assertThat(inTimed(timed, "10.0.0.3", 5)).isFalse();
    assertThat(IpsetSave.print(timed, 100 * SECOND))
        .isEqualTo(
            "create t hash:ip timeout 300\nadd t 10.0.0.1 timeout 200\nadd t 10.0.0.2 timeout 0\n");
  }

  private static boolean inTimed(IpSets timed, String source, long seconds) {
    return timed.contains("t", packet(Protocol.TCP, source, "1.1.1.1", 80), "s", seconds * SECOND);
  }

  @Test
  void packetsAddAndRemoveWhatTheyHave() {
    Packet packet = packet(Protocol.TCP, "10.7.7.7", "10.0.0.9", 80);
    IpSets timed = IpsetSave.read("create t hash:ip,port timeout 10\n", 0);

    IpSets added = timed.withPacket("t", packet, "sd", false, -1, 0);
    assertThat(added.contains("t", packet, "sd", 9 * SECOND)).isTrue();
    assertThat(added.contains("t", packet, "sd", 10 * SECOND)).isFalse();
    assertThat(
            added
                .withPacket("t", packet, "sd", false, 60, 5 * SECOND)
                .contains("t", packet, "sd", 20 * SECOND))
        .isFalse();
    assertThat(
            added
                .withPacket("t", packet, "sd", true, 60, 5 * SECOND)
                .contains("t", packet, "sd", 20 * SECOND))
        .isTrue();
    assertThat(added.withoutPacket("t", packet, "sd").contains("t", packet, "sd", 0)).isFalse();
    assertThat(timed.contains("t", packet, "sd", 0)).isFalse();
  }

  @Test
  void rangesStandForEachOfThem() {
    IpSets ranges =
        IpsetSave.read(
            "create a hash:ip\nadd a 10.0.0.8/30\nadd a 10.0.1.1-10.0.1.3\ncreate p hash:ip,port\nadd p 10.0.0.1,udp:53-54\nadd p 10.0.0.1,80\n",
            0);

    assertThat(IpsetSave.print(ranges, 0))
        .isEqualTo(
            """
            create a hash:ip
            add a 10.0.0.10
            add a 10.0.0.11
            add a 10.0.0.8
            add a 10.0.0.9
            add a 10.0.1.1
            add a 10.0.1.2
            add a 10.0.1.3
            create p hash:ip,port
            add p 10.0.0.1,tcp:80
            add p 10.0.0.1,udp:53
            add p 10.0.0.1,udp:54
            """);
  }

  @Test
  void whatIsPrintedIsReadAgain() {
    String printed = IpsetSave.print(sets, 0);

    assertThat(IpsetSave.print(IpsetSave.read(printed, 0), 0)).isEqualTo(printed);
    assertThat(printed.lines())
        .containsExactlyInAnyOrderElementsOf(
            SETS.replace("icmp:8/0", "icmp:echo-request").lines().toList());
  }

  @Test
  void setsThatAreNotModelledAreNotThere() {
    IpSets some =
        IpsetSave.read(
            "create m hash:mac\nadd m 00:11:22:33:44:55\ncreate n hash:ip netmask 24\nadd n 10.0.0.0\ncreate a hash:ip comment\nadd a 10.0.0.1 comment \"it is me\"\n",
            0);

    assertThat(some.get("m")).isNull();
    assertThat(some.get("n")).isNull();
    assertThat(IpsetSave.print(some, 0))
        .isEqualTo("create a hash:ip comment\nadd a 10.0.0.1 comment \"it is me\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add x 10.0.0.1|line 1: there is no set x",
        "create x foo|line 1: 'foo' is no type of set",
        "create x hash:ip;create x hash:ip|line 2: set x is created twice",
        "create x hash:ip;add x 10.0.0.300|line 2: '10.0.0.300'",
        "create x hash:ip;add x fd00::1|line 2: 'fd00::1' is not of the set's family",
        "create x hash:ip,port;add x 10.0.0.1|line 2: '10.0.0.1' is no element of a hash:ip,port",
        "create x hash:ip,port;add x 10.0.0.1,tcp:70000|line 2: 'tcp:70000' is no port",
        "create x hash:ip;add x 0.0.0.0/0|line 2: '0.0.0.0/0' stands for more than 65536",
        "create x list:set;add x y|line 2: there is no set y",
        "destroy x|line 1: 'destroy' is no command"
      })
  void aFaultyTextIsRefusedWithItsLine(String text) {
    String[] parts = text.split("\\|");

    assertThatThrownBy(() -> IpsetSave.read(parts[0].replace(";", "\n"), 0))
        .isInstanceOf(IpsetTextException.class)
        .hasMessageContaining(parts[1]);
  }

  private static Packet packet(Protocol protocol, String source, String destination, int port) {
    Packet packet = new Packet();
    packet.setProtocol(protocol.number());
    packet.setSource(IpAddress.parse(source));
    packet.setSourcePort(40_000);
    packet.setDestination(IpAddress.parse(destination));
    packet.setDestinationPort(port);
    return packet;
  }
}
