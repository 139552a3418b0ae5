package io.kubehop.core.netfilter;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.ruleset.TableWalk;
import io.kubehop.core.netfilter.text.IptablesSave;

/** Rules written as text, to be met by packets. */
public final class TestRules {
  private final Ruleset ruleset;
  private final TableName table;
  private final TableWalk walk = new TableWalk();

  private TestRules(Ruleset ruleset, TableName table) {
    this.ruleset = ruleset;
    this.table = table;
  }

  /** The lines of one IPv4 table. */
  public static TestRules of(TableName table, String... lines) {
    return of(IpFamily.IPV4, table, lines);
  }

  /** The lines of one table. */
  public static TestRules of(IpFamily family, TableName table, String... lines) {
    String text = "*" + table + "\n" + String.join("\n", lines) + "\nCOMMIT\n";
    return new TestRules(IptablesSave.read(text, family), table);
  }

  /** One rule in a chain of the mangle table, which says DROP if its conditions are met. */
  public static TestRules conditions(String conditions) {
    return of(TableName.MANGLE, "-A PREROUTING " + conditions + " -j DROP");
  }

  /** The same for IPv6. */
  public static TestRules conditionsV6(String conditions) {
    return of(IpFamily.IPV6, TableName.MANGLE, "-A PREROUTING " + conditions + " -j DROP");
  }

  /** Whether the conditions are met. */
  public boolean met(Skb skb, TestHost host) {
    return verdict(Hook.PREROUTING, skb, host) == Verdict.DROP;
  }

  /** What the table says. */
  public int verdict(Hook hook, Skb skb, TestHost host) {
    skb.setHook(hook);
    return walk.evaluate(ruleset, table, hook, skb, host);
  }

  /** The rules. */
  public Ruleset ruleset() {
    return ruleset;
  }
}
