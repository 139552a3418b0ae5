package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.Icmp;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.Multiport;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Ports;
import io.kubehop.core.netfilter.matches.Tcp;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Redirect;
import io.kubehop.core.netfilter.targets.Reject;
import io.kubehop.core.netfilter.targets.Snat;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.TcpMss;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tool or the kernel refuses in a rule that reads well: checkentry of the extensions, and
 * a few checks of the tool's own.
 */
final class RuleChecks {
  private static final Set<Hook> NO_OUTGOING_DEVICE = ImmutableSet.of(Hook.PREROUTING, Hook.INPUT);
  private static final Set<Hook> NO_INCOMING_DEVICE =
      ImmutableSet.of(Hook.OUTPUT, Hook.POSTROUTING);

  private RuleChecks() {}

  /**
   * Checks a rule.
   *
   * @param chain the chain that it is in
   */
  static void check(ParsedRule rule, TableName table, String chain) {
    Hook builtIn = table.builtIn(chain);
    for (Match match : rule.matches()) {
      checkProtocol(rule, match);
      checkDevice(rule, match, builtIn);
      if (!match.tables().contains(table)) {
        throw fault(
            rule, "a match cannot be used in table " + table + ", only in " + match.tables());
      }
    }
    checkTarget(rule, table);
  }

  private static void checkProtocol(ParsedRule rule, Match match) {
    Protocol needed =
        match instanceof Tcp
            ? Protocol.TCP
            : match instanceof Ports ports
                ? ports.protocol()
                : match instanceof Icmp icmp ? icmp.protocol() : null;
    if (needed != null && !rule.asksFor(needed)) {
      throw fault(rule, "options of " + needed + " need -p " + ProtocolText.write(needed));
    }
    if (match instanceof Multiport && !hasPorts(rule)) {
      throw fault(rule, "multiport needs -p tcp, -p udp, -p udplite, -p sctp or -p dccp");
    }
  }

  private static void checkDevice(ParsedRule rule, Match match, @Nullable Hook builtIn) {
    if (builtIn == null) {
      return;
    }
    if (match instanceof OutInterface && NO_OUTGOING_DEVICE.contains(builtIn)) {
      throw fault(rule, "-o cannot be used in " + builtIn + ", where no way out is chosen yet");
    }
    if (match instanceof InInterface && NO_INCOMING_DEVICE.contains(builtIn)) {
      throw fault(rule, "-i cannot be used in " + builtIn);
    }
  }

  private static void checkTarget(ParsedRule rule, TableName table) {
    Target target = rule.target();
    if (target == StandardTarget.DROP && table == TableName.NAT) {
      throw fault(rule, "DROP cannot be used in table nat, which is not for filtering");
    }
    if (!target.tables().contains(table)) {
      throw fault(
          rule,
          rule.place().text() + " cannot be used in table " + table + ", only in " + names(target));
    }
    NatRange range = range(target);
    if (range != null && range.mapsPorts() && !hasPorts(rule)) {
      throw fault(rule, "ports need -p tcp, -p udp, -p sctp or -p dccp");
    }
    if (target instanceof TcpMss && !asksForSyn(rule)) {
      throw fault(rule, "TCPMSS needs -p tcp --syn, or --tcp-flags that ask for SYN");
    }
    boolean reset = target instanceof Reject reject && reject.with() == RejectWith.TCP_RESET;
    if (reset && !rule.asksFor(Protocol.TCP)) {
      throw fault(rule, "tcp-reset needs -p tcp");
    }
  }

  /** As find_syn_match of xt_TCPMSS.c does. */
  private static boolean asksForSyn(ParsedRule rule) {
    return rule.asksFor(Protocol.TCP)
        && rule.matches().stream()
            .anyMatch(match -> match instanceof Tcp tcp && tcp.flags().asksFor(TcpFlags.SYN));
  }

  private static String names(Target target) {
    return String.join(", ", target.tables().stream().map(TableName::toString).toList());
  }

  private static @Nullable NatRange range(Target target) {
    if (target instanceof Dnat dnat) {
      return dnat.range();
    }
    if (target instanceof Snat snat) {
      return snat.range();
    }
    if (target instanceof Masquerade masquerade) {
      return masquerade.range();
    }
    return target instanceof Redirect redirect ? redirect.range() : null;
  }

  private static boolean hasPorts(ParsedRule rule) {
    return switch (rule.protocol()) {
      case 6, 17, 33, 132, 136 -> true;
      default -> false;
    };
  }

  private static RuleTextException fault(ParsedRule rule, String problem) {
    return rule.place().fault(problem);
  }
}
