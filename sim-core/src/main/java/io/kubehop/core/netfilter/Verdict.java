package io.kubehop.core.netfilter;

/**
 * What a target, or a whole table, says of a packet. Plain numbers, so that a packet costs no
 * allocation; the first two as in include/uapi/linux/netfilter.h.
 */
public final class Verdict {
  /** The packet ends here. */
  public static final int DROP = 0;

  /** The table is done with the packet, and it goes on. */
  public static final int ACCEPT = 1;

  /** Of a target only: go on with the next rule. */
  public static final int CONTINUE = 2;

  /** Of a target only: back to the calling chain, or to the policy. */
  public static final int RETURN = 3;

  /** Of a target only: walk another chain, then come back. */
  public static final int JUMP = 4;

  /** Of a target only: walk another chain in place of this one. */
  public static final int GOTO = 5;

  /**
   * The table cannot be decided, because a rule uses something that is not modelled or not given.
   * {@link RuleContext#undecided} was told why.
   */
  public static final int UNDECIDED = 6;

  private Verdict() {}

  /** The name of a verdict. */
  public static String toString(int verdict) {
    return switch (verdict) {
      case DROP -> "DROP";
      case ACCEPT -> "ACCEPT";
      case CONTINUE -> "CONTINUE";
      case RETURN -> "RETURN";
      case JUMP -> "JUMP";
      case GOTO -> "GOTO";
      case UNDECIDED -> "UNDECIDED";
      default -> throw new IllegalArgumentException(verdict + " is no verdict");
    };
  }
}
