package io.kubehop.core.netfilter.matches;

import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.TestRules;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.time.StateDigest;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final TestHost host = new TestHost(1);
  private final Skb packet = tcp("10.0.0.1:4000", "10.96.0.1:80");
  private final Skb other = tcp("10.0.0.2:4000", "10.96.0.1:80");
  private final TestRules set = TestRules.conditions("-m recent --name x --set");
  private final TestRules check = TestRules.conditions("-m recent --name x --rcheck");

  @Test
  void setMatchesAlwaysAndLists() {
    assertThat(check.met(packet, host)).isFalse();
    assertThat(set.met(packet, host)).isTrue();
    assertThat(set.met(packet, host)).isTrue();
    assertThat(check.met(packet, host)).isTrue();
    assertThat(check.met(other, host)).isFalse();
  }

  @Test
  void listsOfOtherNamesAreOtherLists() {
    set.met(packet, host);

    assertThat(TestRules.conditions("-m recent --name y --rcheck").met(packet, host)).isFalse();
  }

  @Test
  void stampsOlderThanTheSecondsDoNotCount() {
    TestRules within = TestRules.conditions("-m recent --name x --rcheck --seconds 10");
    set.met(packet, host);

    host.advance(10);
    assertThat(within.met(packet, host)).isTrue();
    host.advance(1);
    assertThat(within.met(packet, host)).isFalse();
    assertThat(check.met(packet, host)).isTrue();
  }

  @Test
  void checkingDoesNotRefreshButUpdatingDoes() {
    TestRules within = TestRules.conditions("-m recent --name x --rcheck --seconds 10");
    TestRules update = TestRules.conditions("-m recent --name x --update --seconds 10");
    set.met(packet, host);

    host.advance(8);
    assertThat(within.met(packet, host)).isTrue();
    assertThat(update.met(packet, host)).isTrue();
    host.advance(8);
    assertThat(within.met(packet, host)).isTrue();
    host.advance(8);
    assertThat(update.met(packet, host)).isFalse();
  }

  @Test
  void hitsOfEarlierRulesForTheSamePacketCount() {
    TestRules rules =
        TestRules.of(
            TableName.MANGLE,
            "-A PREROUTING -m recent --name x --set",
            "-A PREROUTING -m recent --name x --rcheck --seconds 60 --hitcount 3 -j DROP");

    assertThat(rules.verdict(Hook.PREROUTING, packet, host)).isEqualTo(Verdict.ACCEPT);
    assertThat(rules.verdict(Hook.PREROUTING, packet, host)).isEqualTo(Verdict.ACCEPT);
    assertThat(rules.verdict(Hook.PREROUTING, packet, host)).isEqualTo(Verdict.DROP);
  }

  @Test
  void removingMatchesOnlyWhatWasListed() {
    TestRules remove = TestRules.conditions("-m recent --name x --remove");

    assertThat(remove.met(packet, host)).isFalse();
    set.met(packet, host);
    assertThat(remove.met(packet, host)).isTrue();
    assertThat(check.met(packet, host)).isFalse();
  }

  @Test
  void negationMatchesWhatIsNotListed() {
    TestRules notListed = TestRules.conditions("-m recent --name x ! --rcheck");
    set.met(packet, host);

    assertThat(notListed.met(packet, host)).isFalse();
    assertThat(notListed.met(other, host)).isTrue();
  }

  @Test
  void theMaskAppliesToWhatIsStoredAndLookedUp() {
    TestRules setNet = TestRules.conditions("-m recent --name x --set --mask 255.255.255.0");
    TestRules checkNet = TestRules.conditions("-m recent --name x --rcheck --mask 255.255.255.0");
    setNet.met(packet, host);

    assertThat(checkNet.met(other, host)).isTrue();
    assertThat(check.met(other, host)).isFalse();
  }

  @Test
  void theHundredAndFirstAddressPushesOutTheOneSeenLongestAgo() {
    for (int i = 1; i <= 100; i++) {
      set.met(tcp("10.0.0." + i + ":1", "10.96.0.1:80"), host);
    }
    set.met(packet, host); // 10.0.0.1 is refreshed, so 10.0.0.2 is the oldest
    set.met(tcp("10.0.1.1:1", "10.96.0.1:80"), host);

    assertThat(check.met(packet, host)).isTrue();
    assertThat(check.met(other, host)).isFalse();
  }

  @Test
  void reapingTakesOutTheOldestIfItIsTooOld() {
    TestRules reap = TestRules.conditions("-m recent --name x --rcheck --seconds 10 --reap");
    set.met(packet, host);
    host.advance(20);
    set.met(other, host);

    assertThat(reap.met(other, host)).isTrue();
    assertThat(check.met(packet, host)).isFalse();
    assertThat(check.met(other, host)).isTrue();
  }

  @Test
  void anEntrySeenWithAnotherTtlIsNotFoundIfTheTtlCounts() {
    TestRules sameTtl = TestRules.conditions("-m recent --name x --rcheck --rttl");
    set.met(packet, host);
    assertThat(sameTtl.met(packet, host)).isTrue();

    packet.packet().setTtl(60);

    assertThat(sameTtl.met(packet, host)).isFalse();
    assertThat(check.met(packet, host)).isTrue();
  }

  @Test
  void rollingBackForgetsEverything() {
    set.met(other, host);
    long before = new StateDigest().add(host.ruleState()).value();
    int mark = host.simulation().journal().savepoint();
    for (int i = 1; i <= 120; i++) {
      set.met(tcp("10.0.0." + i + ":1", "10.96.0.1:80"), host);
    }
    TestRules.conditions("-m recent --name x --remove").met(other, host);

    host.simulation().journal().rollback(mark);

    assertThat(new StateDigest().add(host.ruleState()).value()).isEqualTo(before);
    assertThat(check.met(other, host)).isTrue();
    assertThat(check.met(packet, host)).isFalse();
  }
}
