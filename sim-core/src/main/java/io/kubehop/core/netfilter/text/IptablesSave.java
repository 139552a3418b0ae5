package io.kubehop.core.netfilter.text;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import io.kubehop.core.netfilter.ruleset.Policy;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.syntax.RuleText;
import java.util.List;

/** The text form of a ruleset, as {@code iptables-save} and {@code ip6tables-save} print it. */
public final class IptablesSave {
  private static final List<TableName> ORDER =
      List.of(TableName.FILTER, TableName.NAT, TableName.MANGLE, TableName.RAW, TableName.SECURITY);

  private IptablesSave() {}

  /**
   * Reads what {@code iptables-save} printed, or what a user wrote for {@code iptables-restore}. A
   * text without any table is a host without rules.
   *
   * @throws io.kubehop.core.netfilter.syntax.RuleTextException if iptables-restore or the kernel
   *     would refuse it
   */
  public static Ruleset read(String text, IpFamily family) {
    return new SaveReader(family).read(text);
  }

  /**
   * Prints all tables, without the comments, in which the real tool gives the time. The real tool's
   * order of tables depends on which was first used on the host; here it is fixed.
   */
  public static String print(Ruleset ruleset) {
    StringBuilder out = new StringBuilder();
    for (TableName table : ORDER) {
      if (ruleset.hasTable(table)) {
        print(ruleset, table, out);
      }
    }
    return out.toString();
  }

  private static void print(Ruleset ruleset, TableName table, StringBuilder out) {
    List<ChainRules> chains = ruleset.chains(table);
    out.append('*').append(table).append('\n');
    for (ChainRules chain : chains) {
      Policy policy = chain.policy();
      out.append(':').append(chain.name()).append(' ');
      out.append(policy == null ? "- [0:0]" : name(policy) + " " + policy.counters()).append('\n');
    }
    for (ChainRules chain : chains) {
      for (Rule rule : chain.rules()) {
        print(chain.name(), rule, ruleset.family(), out);
      }
    }
    out.append("COMMIT\n");
  }

  private static String name(Policy policy) {
    return policy.accepts() ? "ACCEPT" : "DROP";
  }

  private static void print(String chain, Rule rule, IpFamily family, StringBuilder out) {
    if (rule.counters() != null) {
      out.append(rule.counters()).append(' ');
    }
    out.append("-A ").append(chain);
    String text = RuleText.print(rule, family);
    out.append(text.isEmpty() ? "" : " ").append(text).append('\n');
  }
}
