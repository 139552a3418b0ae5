package io.kubehop.core.host;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import java.util.function.Function;

/**
 * One table of iptables at a hook. It asks the rules that the host has at the moment.
 *
 * @param rules the rules of a family at the moment
 * @param context what the rules may ask
 * @param table the table
 * @param priority its place at the hook
 */
record IptablesHook(
    Function<IpFamily, Ruleset> rules, HostRuleContext context, TableName table, int priority)
    implements HookFunction {

  static int priorityOf(TableName table) {
    return switch (table) {
      case RAW -> HookPriority.RAW;
      case MANGLE -> HookPriority.MANGLE;
      case NAT -> HookPriority.DESTINATION_NAT;
      case FILTER -> HookPriority.FILTER;
      case SECURITY -> HookPriority.SECURITY;
    };
  }

  @Override
  public int run(Flight flight) {
    Skb skb = flight.skb();
    IpFamily family = skb.packet().family();
    int verdict = context.walk().evaluate(rules.apply(family), table, skb.hook(), skb, context);
    // What cannot be decided goes no further; the network keeps the reason.
    return verdict == Verdict.UNDECIDED ? Verdict.DROP : verdict;
  }
}
