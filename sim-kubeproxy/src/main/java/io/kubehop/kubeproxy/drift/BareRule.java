package io.kubehop.kubeproxy.drift;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.netfilter.matches.Comment;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.NfAcct;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Masquerade;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;

/**
 * What a rule does, without what depends on the size of the cluster, the kernel and the tool:
 * comments, accounting, {@code --random-fully}.
 *
 * @param matches its conditions
 * @param target its target
 */
record BareRule(List<Match> matches, Target target) {
  static BareRule of(Rule rule) {
    return new BareRule(
        rule.matches().stream()
            .filter(match -> !(match instanceof Comment) && !isAccounting(match))
            .toList(),
        rule.target() instanceof Masquerade masquerade ? plain(masquerade) : rule.target());
  }

  /**
   * Whether a rule is there to count packets that the next one would treat alike: kube-proxy has
   * one for each node port, in front of the real one, where the kernel can count.
   */
  static boolean onlyCounts(Rule rule) {
    return rule.target().chain() != null
        && rule.matches().stream().anyMatch(BareRule::isAccounting);
  }

  private static boolean isAccounting(Match match) {
    return match instanceof NfAcct;
  }

  private static Masquerade plain(Masquerade masquerade) {
    NatRange range = masquerade.range();
    return new Masquerade(
        new NatRange(
            range.minAddress(),
            range.maxAddress(),
            range.minPort(),
            range.maxPort(),
            range.basePort(),
            range.random(),
            false,
            range.persistent(),
            range.netmapPrefixLength()));
  }
}
