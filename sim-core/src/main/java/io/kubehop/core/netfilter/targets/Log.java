package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -j LOG}: writes to the kernel log, which is not kept.
 *
 * @param prefix {@code --log-prefix}; empty if none
 * @param level {@code --log-level}, from 0 (emerg) to 7 (debug)
 * @param flags what else to write, see the constants
 */
public record Log(String prefix, int level, int flags) implements Target {
  /** {@code --log-tcp-sequence}. */
  public static final int TCP_SEQUENCE = 1;

  /** {@code --log-tcp-options}. */
  public static final int TCP_OPTIONS = 1 << 1;

  /** {@code --log-ip-options}. */
  public static final int IP_OPTIONS = 1 << 2;

  /** {@code --log-uid}. */
  public static final int UID = 1 << 3;

  /** {@code --log-macdecode}. */
  public static final int MAC_DECODE = 1 << 5;

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "log" + (prefix.isEmpty() ? "" : " \"" + prefix.strip() + "\"");
  }
}
