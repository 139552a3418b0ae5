package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.Locale;

/**
 * {@code -m statistic --mode random}: a share of the packets. The kernel compares 31 random bits
 * with a threshold.
 *
 * @param inverted whether all others match
 * @param threshold the probability times 2^31, rounded
 */
public record StatisticRandom(boolean inverted, long threshold) implements Match {
  private static final int BITS = 31;

  /** The threshold that iptables makes of the text of a probability (libxt_statistic.c). */
  public static StatisticRandom ofProbability(String text) {
    return new StatisticRandom(false, Math.round(Double.parseDouble(text) * (1L << BITS)));
  }

  /** The probability as iptables-save prints it, with 11 digits. */
  public String probability() {
    return String.format(Locale.ROOT, "%.11f", threshold * 0x1.0p-31);
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return context.choices().chance(context.statisticStream(), threshold, BITS) != inverted;
  }

  @Override
  public boolean hasSideEffects() {
    return true;
  }
}
