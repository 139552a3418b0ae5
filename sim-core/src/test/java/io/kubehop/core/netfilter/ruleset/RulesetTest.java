package io.kubehop.core.netfilter.ruleset;

import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.text.IptablesSave;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesetTest {
  private final Ruleset base =
      Ruleset.builder(IpFamily.IPV4)
          .rule(TableName.NAT, "PREROUTING", Rule.builder().jump("SERVICES"))
          .rule(TableName.NAT, "SERVICES", Rule.builder().comment("head").noTarget())
          .lastRule(TableName.NAT, "SERVICES", Rule.builder().comment("tail").returns())
          .rule(TableName.NAT, "MARK", Rule.builder().orMark(0x4000))
          .build();

  /** A Service in the manner of kube-proxy. */
  private static RuleBlock service(String key, String vip, String endpoint) {
    String chain = "SVC-" + key;
    return RuleBlock.builder(key)
        .rule(
            TableName.NAT,
            "SERVICES",
            Rule.builder()
                .destination(IpAddress.parse(vip))
                .protocol(Protocol.TCP)
                .destinationPort(80)
                .jump(chain))
        .chain(
            TableName.NAT,
            chain,
            Rule.builder().jump("MARK"),
            Rule.builder().protocol(Protocol.TCP).dnat(IpAddress.parse(endpoint), 8080))
        .build();
  }

  @Test
  void fragmentsStandInOrderOfTheirKeysBetweenHeadAndTail() {
    Ruleset ruleset =
        base.with(service("b", "10.96.0.2", "10.244.0.2"))
            .with(service("a", "10.96.0.1", "10.244.0.1"));

    assertThat(IptablesSave.print(ruleset))
        .isEqualTo(
            """
            *nat
            :PREROUTING ACCEPT [0:0]
            :INPUT ACCEPT [0:0]
            :OUTPUT ACCEPT [0:0]
            :POSTROUTING ACCEPT [0:0]
            :MARK - [0:0]
            :SERVICES - [0:0]
            :SVC-a - [0:0]
            :SVC-b - [0:0]
            -A PREROUTING -j SERVICES
            -A MARK -j MARK --set-xmark 0x4000/0x4000
            -A SERVICES -m comment --comment head
            -A SERVICES -d 10.96.0.1/32 -p tcp -m tcp --dport 80 -j SVC-a
            -A SERVICES -d 10.96.0.2/32 -p tcp -m tcp --dport 80 -j SVC-b
            -A SERVICES -m comment --comment tail -j RETURN
            -A SVC-a -j MARK
            -A SVC-a -p tcp -j DNAT --to-destination 10.244.0.1:8080
            -A SVC-b -j MARK
            -A SVC-b -p tcp -j DNAT --to-destination 10.244.0.2:8080
            COMMIT
            """);
  }

  @Test
  void aPacketFindsItsServiceAndNoOther() {
    Ruleset ruleset =
        base.with(service("a", "10.96.0.1", "10.244.0.1"))
            .with(service("b", "10.96.0.2", "10.244.0.2"));

    assertThat(effects(ruleset, "10.96.0.2:80")).containsExactly("DESTINATION to 10.244.0.2:8080");
    assertThat(effects(ruleset, "10.96.0.2:81")).isEmpty();
    assertThat(effects(ruleset, "10.96.0.3:80")).isEmpty();
  }

  @Test
  void anOldRulesetStaysAsItWas() {
    Ruleset before = base.with(service("a", "10.96.0.1", "10.244.0.1"));
    Ruleset changed = before.with(service("a", "10.96.0.1", "10.244.0.9"));
    Ruleset removed = changed.without("a");

    assertThat(effects(before, "10.96.0.1:80")).containsExactly("DESTINATION to 10.244.0.1:8080");
    assertThat(effects(changed, "10.96.0.1:80")).containsExactly("DESTINATION to 10.244.0.9:8080");
    assertThat(effects(removed, "10.96.0.1:80")).isEmpty();
    assertThat(removed.blockCount()).isZero();
    assertThat(IptablesSave.print(removed)).isEqualTo(IptablesSave.print(base));
  }

  @Test
  void anEqualBlockChangesNothing() {
    Ruleset ruleset = base.with(service("a", "10.96.0.1", "10.244.0.1"));

    assertThat(ruleset.with(service("a", "10.96.0.1", "10.244.0.1"))).isSameAs(ruleset);
    assertThat(ruleset.without("b")).isSameAs(ruleset);
  }

  @Test
  void equalBlocksAreEqual() {
    RuleBlock block = service("a", "10.96.0.1", "10.244.0.1");

    assertThat(block).isEqualTo(service("a", "10.96.0.1", "10.244.0.1"));
    assertThat(block).hasSameHashCodeAs(service("a", "10.96.0.1", "10.244.0.1"));
    assertThat(block).isNotEqualTo(service("a", "10.96.0.1", "10.244.0.2"));
    assertThat(block).isNotEqualTo(service("b", "10.96.0.1", "10.244.0.1"));
  }

  @Test
  void trackingIsNeededAsLongAsSomeRuleNeedsIt() {
    assertThat(base.needsConntrack()).isFalse();
    Ruleset with = base.with(service("a", "10.96.0.1", "10.244.0.1"));
    assertThat(with.needsConntrack()).isTrue();
    assertThat(with.without("a").needsConntrack()).isFalse();
  }

  @Test
  void aListIsNamedAsLongAsSomeBlockNamesIt() {
    RuleBlock one = naming("one");
    RuleBlock two = naming("two");
    Ruleset both = base.with(one).with(two);

    assertThat(both.without("one").namesRecentList("list")).isTrue();
    assertThat(both.without("one").without("two").namesRecentList("list")).isFalse();
  }

  private static RuleBlock naming(String key) {
    Rule rule = Rule.builder().recentSet("list", IpFamily.IPV4).noTarget();
    return RuleBlock.builder(key).rule(TableName.NAT, "SERVICES", rule).build();
  }

  @Test
  void aRuleThatLeadsNowhereIsRefused() {
    RuleBlock nowhere =
        RuleBlock.builder("a").rule(TableName.NAT, "SERVICES", Rule.builder().jump("GONE")).build();

    assertThatThrownBy(() -> base.with(nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("block a")
        .hasMessageContaining("GONE");
    assertThatThrownBy(
            () ->
                Ruleset.builder(IpFamily.IPV4)
                    .rule(TableName.NAT, "PREROUTING", Rule.builder().goTo("GONE"))
                    .build())
        .hasMessageContaining("GONE");
  }

  @Test
  void aFragmentForAnUnknownChainIsRefused() {
    RuleBlock lost =
        RuleBlock.builder("a").rule(TableName.NAT, "NOBODY", Rule.builder().accept()).build();

    assertThatThrownBy(() -> base.with(lost)).hasMessageContaining("nat NOBODY is no shared chain");
  }

  private static List<String> effects(Ruleset ruleset, String destination) {
    TestHost host = new TestHost(1);
    int verdict =
        new TableWalk()
            .evaluate(
                ruleset, TableName.NAT, Hook.PREROUTING, tcp("10.0.0.1:4000", destination), host);
    assertThat(verdict).isEqualTo(Verdict.ACCEPT);
    return host.effects;
  }
}
