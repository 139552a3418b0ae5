package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.PacketKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matches of a rule that must be asked, each with the place that it counts under. */
final class Conditions {
  private static final Conditions NONE = new Conditions(new Match[0], null);

  private final Match[] matches;
  private final MatchSite @Nullable [] sites; // null if none of the matches counts

  private Conditions(Match[] matches, MatchSite @Nullable [] sites) {
    this.matches = matches;
    this.sites = sites;
  }

  /** Those of a rule, but for what is met in any case: comments, and what follows from others. */
  static Conditions of(List<Match> matches, ChainName chain, String block, int rule) {
    MatchSite[] sites = null;
    for (int i = 0; i < matches.size(); i++) {
      if (matches.get(i).hasSideEffects()) {
        sites = sites == null ? new MatchSite[matches.size()] : sites;
        sites[i] = new MatchSite(chain.table(), chain.name(), block, rule, i);
      }
    }
    return new Conditions(matches.toArray(new Match[0]), sites).without(new PacketKey());
  }

  /** Those that are left when so much is known of the packet. Takes over what it is given. */
  Conditions without(PacketKey known) {
    List<Match> left = new ArrayList<>(matches.length);
    List<MatchSite> leftSites = new ArrayList<>(matches.length);
    for (int i = 0; i < matches.length; i++) {
      if (!matches[i].isImpliedBy(known)) {
        left.add(matches[i]);
        leftSites.add(site(i));
        matches[i].narrow(known);
      }
    }
    if (left.size() == matches.length) {
      return this;
    }
    return left.isEmpty()
        ? NONE
        : new Conditions(
            left.toArray(new Match[0]), sites == null ? null : leftSites.toArray(new MatchSite[0]));
  }

  private MatchSite site(int match) {
    MatchSite site = sites == null ? null : sites[match];
    return site == null ? MatchSite.NONE : site;
  }

  /** Asks from left to right, up to the first that is not met. */
  boolean met(Skb skb, RuleContext context) {
    for (int i = 0; i < matches.length; i++) {
      if (!matches[i].matches(skb, context, site(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The same where some cannot be decided. These are passed over for the moment: if another one is
   * not met, the rule does not match in either case. But nothing with a side effect is asked behind
   * them.
   *
   * @return a value of {@link CompiledRule}
   */
  int metCarefully(Skb skb, RuleContext context) {
    boolean doubt = false;
    for (int i = 0; i < matches.length; i++) {
      Match match = matches[i];
      if (match.undecidable(skb, context) != null) {
        doubt = true;
      } else if (doubt && match.hasSideEffects()) {
        return CompiledRule.UNDECIDED;
      } else if (!match.matches(skb, context, site(i))) {
        return CompiledRule.NO;
      }
    }
    return doubt ? CompiledRule.UNDECIDED : CompiledRule.YES;
  }
}
