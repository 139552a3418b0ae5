package io.kubehop.core.netfilter.targets;

import static io.kubehop.core.netfilter.TestHost.skb;
import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
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

class TargetsTest {
  private final TestHost host = new TestHost(1);
  private final Skb packet = tcp("10.0.0.1:4000", "10.96.0.1:80");

  @ParameterizedTest
  @CsvSource({
    "--set-mark 0x5, 0x5",
    "--set-mark 0x5/0xf, 0xff05",
    "--set-xmark 0x5/0xf, 0xff05",
    "--set-mark 0x11/0xf, 0xff11",
    "--set-xmark 0x11/0xf, 0xff11",
    "--set-xmark 0x10/0x0, 0xff16",
    "--or-mark 0x8, 0xff0e",
    "--and-mark 0xff, 0x6",
    "--xor-mark 0xff00, 0x6"
  })
  void marksAreClearedByMaskAndThenChanged(String option, String expected) {
    packet.setMark(0xff06);

    mangle("-j MARK " + option);

    assertThat(packet.mark()).isEqualTo(Integer.decode(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "DSCP --set-dscp 46, 0xb9",
    "TOS --set-tos 0x10, 0x10",
    "TOS --set-tos 0x10/0x30, 0x5d",
    "TOS --or-tos 0x02, 0x7f",
    "TOS --and-tos 0x0f, 0x0d"
  })
  void theTypeOfServiceIsOnTheWire(String target, String expected) {
    packet.packet().setTos(0x7d);

    mangle("-j " + target);

    assertThat(packet.packet().tos()).isEqualTo(Integer.decode(expected));
  }

  @ParameterizedTest
  @CsvSource({"--ttl-set 5, 5", "--ttl-inc 3, 67", "--ttl-dec 60, 4", "--ttl-dec 70, 0"})
  void theTimeToLiveIsOnTheWire(String option, int expected) {
    mangle("-j TTL " + option);

    assertThat(packet.packet().ttl()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "-j LOG",
    "-j NFLOG",
    "-j CHECKSUM --checksum-fill",
    "-j MARK --set-mark 1",
    "-j CONNMARK --save-mark",
    "-p tcp --syn -j TCPMSS --set-mss 1400",
    "-m comment --comment nothing"
  })
  void targetsThatDoNotDecideLetTheWalkGoOn(String rule) {
    TestRules rules =
        TestRules.of(TableName.MANGLE, "-A PREROUTING " + rule, "-A PREROUTING -j DROP");

    assertThat(rules.verdict(Hook.PREROUTING, packet, host)).isEqualTo(Verdict.DROP);
  }

  @Test
  void rejectingAnswersAndDrops() {
    TestRules rules =
        TestRules.of(TableName.FILTER, "-A INPUT -p tcp -j REJECT --reject-with tcp-reset");

    assertThat(rules.verdict(Hook.INPUT, packet, host)).isEqualTo(Verdict.DROP);
    assertThat(host.effects).containsExactly("reject with tcp-reset");
  }

  @ParameterizedTest
  @CsvSource({
    "PREROUTING, -p tcp -j DNAT --to-destination 10.244.0.1:8080, DESTINATION to 10.244.0.1:8080",
    "OUTPUT, -j DNAT --to-destination 10.244.0.1, DESTINATION to 10.244.0.1:-1",
    "POSTROUTING, -j SNAT --to-source 1.2.3.4, SOURCE to 1.2.3.4:-1",
    "POSTROUTING, -j MASQUERADE, SOURCE to 192.168.0.2:-1",
    "PREROUTING, -p tcp -j REDIRECT --to-ports 99, DESTINATION to 192.168.0.2:99",
    "OUTPUT, -p tcp -j REDIRECT --to-ports 99, DESTINATION to 127.0.0.1:99",
    "PREROUTING, -j NETMAP --to 10.1.0.0/16, DESTINATION to 10.1.0.0:-1",
    "POSTROUTING, -j NETMAP --to 10.1.0.0/16, SOURCE to 10.1.0.0:-1"
  })
  void aTranslationEndsTheWalk(Hook hook, String rule, String effect) {
    TestRules rules =
        TestRules.of(TableName.NAT, "-A " + hook + " " + rule, "-A " + hook + " -j RETURN");
    packet.setInDevice("eth0");

    assertThat(rules.verdict(hook, packet, host)).isEqualTo(Verdict.ACCEPT);
    assertThat(host.effects).containsExactly(effect);
  }

  @Test
  void aPacketThatCannotBeMasqueradedIsDropped() {
    host.outgoing = null;

    assertThat(
            TestRules.of(TableName.NAT, "-A POSTROUTING -j MASQUERADE")
                .verdict(Hook.POSTROUTING, packet, host))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void aPacketFromAnInterfaceWithoutAddressCannotBeRedirected() {
    packet.setInDevice("veth1");

    assertThat(
            TestRules.of(TableName.NAT, "-A PREROUTING -p tcp -j REDIRECT --to-ports 99")
                .verdict(Hook.PREROUTING, packet, host))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void ipv6RedirectsToItsOwnLoopback() {
    Skb v6 = skb(Protocol.TCP, "[fd00::2]:4000", "[fd00::10]:80");
    TestRules rules =
        TestRules.of(IpFamily.IPV6, TableName.NAT, "-A OUTPUT -p tcp -j REDIRECT --to-ports 99");

    rules.verdict(Hook.OUTPUT, v6, host);

    assertThat(host.effects).containsExactly("DESTINATION to ::1:99");
  }

  @Test
  void setsAreChangedOnlyWhereTheyAreKnown() {
    host.sets.put("known", Set.of());

    mangle("-j SET --add-set known src");
    mangle("-j SET --add-set unknown src");

    assertThat(host.effects)
        .containsExactly(
            "add to known",
            "cannot decide: target `-j SET` in mangle PREROUTING rule 1 names set unknown, whose content is not given");
  }

  @Test
  void notTrackingHappensOnce() {
    TestRules rules =
        TestRules.of(TableName.RAW, "-A PREROUTING -j CT --notrack", "-A OUTPUT -j NOTRACK");

    rules.verdict(Hook.PREROUTING, packet, host);
    rules.verdict(Hook.OUTPUT, packet, host);
    packet.setTracked(null, CtState.UNTRACKED, false);
    rules.verdict(Hook.OUTPUT, packet, host);

    assertThat(host.effects).containsExactly("untrack", "untrack");
  }

  private void mangle(String rule) {
    TestRules.of(TableName.MANGLE, "-A PREROUTING " + rule).verdict(Hook.PREROUTING, packet, host);
  }
}
