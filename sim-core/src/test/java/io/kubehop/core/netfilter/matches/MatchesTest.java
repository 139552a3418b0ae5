package io.kubehop.core.netfilter.matches;

import static io.kubehop.core.netfilter.TestHost.skb;
import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.TestRules;
import io.kubehop.core.netfilter.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each match against a TCP SYN from 10.244.0.11:40000 to 10.96.0.10:80 that came in by eth0, or
 * against a packet of its own.
 */
class MatchesTest {
  private final TestHost host = new TestHost(1);
  private final Skb syn = tcp("10.244.0.11:40000", "10.96.0.10:80");

  MatchesTest() {
    syn.setInDevice("eth0");
    syn.setMark(0x4001);
    syn.packet().setTos(0xb8);
    host.local.add(IpAddress.parse("10.96.0.10"));
    host.local.add(IpAddress.parse("fd00::2"));
    host.sets.put("known", Set.of(IpAddress.parse("10.244.0.11")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s 10.244.0.11",
        "-s 10.244.0.0/16 -d 10.96.0.10",
        "-s 10.0.0.11/255.0.0.255",
        "! -s 10.244.1.0/24",
        "-i eth0",
        "-i eth+",
        "-i +",
        "! -i et",
        "-p tcp",
        "! -p udp",
        "! -f",
        "-m comment --comment anything",
        "-p tcp --dport 80",
        "-p tcp --dport 79:81 --sport 1024:",
        "-p tcp ! --dport 81",
        "-p tcp --syn",
        "-p tcp --tcp-flags ALL SYN",
        "-p tcp --tcp-flags FIN,RST NONE",
        "-p tcp --tcp-option 2",
        "-p tcp ! --tcp-option 5",
        "-p tcp -m multiport --dports 22,80",
        "-p tcp -m multiport --dports 22,70:90",
        "-p tcp -m multiport --ports 40000",
        "-p tcp -m multiport ! --sports 80",
        "-m mark --mark 0x1/0xff",
        "-m mark --mark 0x4000/0x4000",
        "-m mark ! --mark 0x4000",
        "-m length --length 60",
        "-m length ! --length 0:59",
        "-m dscp --dscp-class EF",
        "-m tos --tos 0x38/0x3f",
        "-m ttl --ttl-eq 64",
        "-m ttl --ttl-gt 63",
        "-m ttl --ttl-lt 65",
        "-m iprange --src-range 10.244.0.5-10.244.0.11",
        "-m iprange ! --dst-range 10.96.0.11-10.96.0.20",
        "-m addrtype --dst-type LOCAL",
        "-m addrtype --src-type UNICAST,LOCAL",
        "-m addrtype ! --src-type LOCAL --dst-type LOCAL",
        "-m pkttype --pkt-type unicast",
        "-m pkttype --pkt-type host",
        "-m pkttype ! --pkt-type bcast",
        "-m pkttype ! --pkt-type mcast",
        "-m set --match-set known src",
        "-m set ! --match-set known dst",
        "-m rpfilter",
        "-m physdev ! --physdev-is-in",
        "-m physdev ! --physdev-in eth0",
        "-m state --state INVALID",
        "-m conntrack --ctstate INVALID",
        "-m conntrack ! --ctstate NEW"
      })
  void isMet(String conditions) {
    assertThat(TestRules.conditions(conditions).met(syn, host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s 10.244.0.12",
        "! -d 10.96.0.0/24",
        "-i et",
        "-i eth",
        "-i eth1",
        "-p udp",
        "-f",
        "-p tcp --dport 81",
        "-p tcp ! --syn",
        "-p tcp --tcp-flags SYN,ACK ACK",
        "-p tcp --tcp-option 5",
        "-p tcp -m multiport --dports 40000",
        "-m mark --mark 0x4000",
        "-m connmark --mark 0",
        "-m connmark ! --mark 1",
        "-m length --length 61:",
        "-m dscp --dscp 0",
        "-m ttl ! --ttl-eq 64",
        "-m iprange --src-range 10.244.0.12-10.244.0.20",
        "-m addrtype --src-type LOCAL",
        "-m pkttype --pkt-type broadcast",
        "-m set --match-set known dst",
        "-m rpfilter --invert",
        "-m physdev --physdev-is-in",
        "-m physdev --physdev-in eth0",
        "-m socket",
        "-m conntrack --ctproto 6",
        "-m conntrack --ctdir ORIGINAL",
        "-m conntrack --ctorigdst 10.96.0.10"
      })
  void isNotMet(String conditions) {
    assertThat(TestRules.conditions(conditions).met(syn, host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, NEW, true",
    "NEW, 'ESTABLISHED,RELATED', false",
    "ESTABLISHED, 'ESTABLISHED,RELATED', true",
    "UNTRACKED, 'NEW,INVALID', false",
    "UNTRACKED, UNTRACKED, true",
    "NONE, INVALID, true"
  })
  void theStateIsWhatConnectionTrackingFound(CtState state, String asked, boolean met) {
    syn.setTracked(null, state, false);

    assertThat(TestRules.conditions("-m conntrack --ctstate " + asked).met(syn, host))
        .isEqualTo(met);
    assertThat(TestRules.conditions("-m state --state " + asked).met(syn, host)).isEqualTo(met);
    assertThat(TestRules.conditions("-m conntrack ! --ctstate " + asked).met(syn, host))
        .isEqualTo(!met);
  }

  @Test
  void laterSegmentsHaveOtherOptionsAndAResetHasNone() {
    TestRules timestamps = TestRules.conditions("-p tcp --tcp-option 8");
    TestRules segmentSize = TestRules.conditions("-p tcp --tcp-option 2");

    syn.packet().setTcpFlags(TcpFlags.ACK);
    assertThat(timestamps.met(syn, host)).isTrue();
    assertThat(segmentSize.met(syn, host)).isFalse();

    syn.packet().setTcpFlags(TcpFlags.RST);
    assertThat(timestamps.met(syn, host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"8, 1, true", "8/0, 0, true", "8/0, 1, false", "9, 0, false", "any, 1, true"})
  void icmpMatchesTypeAndCode(String asked, int code, boolean met) {
    Skb echo = skb(Protocol.ICMP, "10.0.0.1", "10.0.0.2");
    echo.packet().setIcmp(8, code);

    assertThat(TestRules.conditions("-p icmp --icmp-type " + asked).met(echo, host)).isEqualTo(met);
  }

  @Test
  void aDatagramHasPortsOfItsOwnProtocol() {
    Skb datagram = skb(Protocol.UDP, "10.0.0.1:5000", "10.0.0.2:53");

    assertThat(TestRules.conditions("-p udp --dport 53").met(datagram, host)).isTrue();
    assertThat(TestRules.conditions("-p tcp --dport 53").met(datagram, host)).isFalse();
  }

  @Test
  void onlyPacketsOfSocketsHaveAnOwner() {
    assertThat(Owners.met("--uid-owner 1000", syn, host)).isFalse();
    assertThat(Owners.met("! --uid-owner 1000", syn, host)).isTrue();
    assertThat(Owners.met("! --socket-exists", syn, host)).isTrue();

    syn.setSocket(1000, 100);

    assertThat(Owners.met("--uid-owner 1000", syn, host)).isTrue();
    assertThat(Owners.met("--uid-owner 999-1001 --gid-owner 100", syn, host)).isTrue();
    assertThat(Owners.met("--uid-owner 1000 ! --gid-owner 100", syn, host)).isFalse();
    assertThat(Owners.met("--socket-exists", syn, host)).isTrue();
    assertThat(Owners.met("! --socket-exists", syn, host)).isFalse();
  }

  @Test
  void bridgePortsAreThoseOfTheBridge() {
    syn.setPhysicalDevices("port1", "port2");

    assertThat(TestRules.conditions("-m physdev --physdev-in port1").met(syn, host)).isTrue();
    assertThat(TestRules.conditions("-m physdev ! --physdev-in port+").met(syn, host)).isFalse();
    assertThat(TestRules.conditions("-m physdev --physdev-is-bridged").met(syn, host)).isTrue();
    assertThat(TestRules.conditions("-m physdev ! --physdev-is-in").met(syn, host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "fd00::2, LOCAL, true",
    "fd00::2, UNICAST, true",
    "fd00::3, UNICAST, true",
    "fd00::3, LOCAL, false",
    "ff02::1, MULTICAST, true",
    "ff02::1, UNICAST, false"
  })
  void forIpv6OwnAddressesAreUnicastToo(String destination, String type, boolean met) {
    Skb packet = skb(Protocol.TCP, "fd00::1", destination);

    assertThat(TestRules.conditionsV6("-m addrtype --dst-type " + type).met(packet, host))
        .isEqualTo(met);
  }

  @Test
  void ipv6AddressesMatchByTheirPrefix() {
    Skb packet = skb(Protocol.UDP, "[fd00::1]:5000", "[fd00:0:0:1::5]:53");

    assertThat(TestRules.conditionsV6("-s fd00::/64 -d fd00:0:0:1::/64").met(packet, host))
        .isTrue();
    assertThat(TestRules.conditionsV6("-d fd00::/64").met(packet, host)).isFalse();
    assertThat(TestRules.conditionsV6("-p udp --dport 53").met(packet, host)).isTrue();
  }

  /** {@code -m owner} works at OUTPUT and POSTROUTING only. */
  private static final class Owners {
    static boolean met(String options, Skb skb, TestHost host) {
      TestRules rules =
          TestRules.of(TableName.FILTER, "-A OUTPUT -m owner " + options + " -j DROP");
      return rules.verdict(Hook.OUTPUT, skb, host) == Verdict.DROP;
    }
  }
}
