package io.kubehop.core.netfilter.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.PortRange;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.matches.TcpFlagCondition;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.TcpMss;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What is printed is read again as what it was. */
class RuleTextProperties {

  @Property(tries = 500)
  void whatIsPrintedIsReadAsTheSameRule(
      @ForAll("matches") @Size(max = 5) List<Match> matches, @ForAll("targets") Target target) {
    List<Match> all = new ArrayList<>(matches);
    all.add(new IpProtocol(false, Protocol.TCP.number()));
    if (target instanceof TcpMss) {
      all.add(new Tcp(PortRange.ANY, PortRange.ANY, TcpFlagCondition.SYN, null));
    }
    Rule rule = new Rule(all, target, null, null);
    TableName table = target.tables().iterator().next();

    String text = RuleText.print(rule, IpFamily.IPV4);

    assertThat(RuleText.parse(text, IpFamily.IPV4, table, "CHAIN"::equals)).isEqualTo(rule);
  }

  @Property(tries = 200)
  void anyCommentSurvives(@ForAll @Size(max = 80) String text) {
    // Control characters cannot stand in a saved text.
    String comment = text.replaceAll("\\p{Cntrl}", "?");
    Rule rule = Rule.builder().comment(comment).accept();

    String printed = RuleText.print(rule, IpFamily.IPV6);

    assertThat(RuleText.parse(printed, IpFamily.IPV6, TableName.FILTER, name -> false))
        .isEqualTo(rule);
  }

  @Provide
  Arbitrary<List<Match>> matches() {
    return AnyMatch.arbitrary().list().map(AnyMatch::eachHeaderOnce);
  }

  @Provide
  Arbitrary<Target> targets() {
    return AnyTarget.arbitrary();
  }
}
