package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -j MARK}: sets the packet mark. All options come down to {@code --set-xmark}: clear the
 * bits of the mask, then XOR the value.
 *
 * @param value what to XOR
 * @param mask what to clear first
 */
public record SetMark(int value, int mask) implements Target {

  /** {@code --set-mark value/mask}: clear the mask's bits, then OR. */
  public static SetMark set(int value, int mask) {
    return new SetMark(value, mask | value);
  }

  /** {@code --or-mark}. */
  public static SetMark or(int bits) {
    return new SetMark(bits, bits);
  }

  /** {@code --and-mark}. */
  public static SetMark and(int bits) {
    return new SetMark(0, ~bits);
  }

  /** {@code --xor-mark}. */
  public static SetMark xor(int bits) {
    return new SetMark(bits, 0);
  }

  private String text() {
    if (mask == 0) {
      return "xor 0x" + Integer.toHexString(value);
    }
    String word = value == mask ? "or 0x" : value == 0 ? "clear 0x" : "set 0x";
    return word + Integer.toHexString(value == 0 ? mask : value);
  }

  @Override
  public int apply(Skb skb, RuleContext context) {
    skb.setMark((skb.mark() & ~mask) ^ value);
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "mark " + text();
  }
}
