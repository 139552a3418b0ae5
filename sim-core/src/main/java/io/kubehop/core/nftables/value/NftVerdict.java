package io.kubehop.core.nftables.value;

import org.jspecify.annotations.Nullable;

/**
 * What a statement or the element of a verdict map says of a packet.
 *
 * @param code one of the numbers of this class
 * @param chain for jump and goto, the chain's name; empty for an anonymous chain
 * @param body for a jump or goto to an anonymous chain, the chain
 */
public record NftVerdict(int code, String chain, @Nullable AnonymousChain body) {
  /** The packet ends here. */
  public static final int DROPPED = 0;

  /** The base chain is done with the packet, and it goes on. */
  public static final int ACCEPTED = 1;

  /** On with the next statement. */
  public static final int CONTINUED = 2;

  /** Back to the calling chain, or to the policy. */
  public static final int RETURNED = 3;

  /** Walk another chain, then come back. */
  public static final int JUMPED = 4;

  /** Walk another chain in place of this one. */
  public static final int GONE = 5;

  /** It cannot be decided; the host was told why. */
  public static final int UNDECIDED = 6;

  /** The rule does not match; on with the next rule. */
  public static final int BROKEN = 7;

  /** {@code accept}. */
  public static final NftVerdict ACCEPT = new NftVerdict(ACCEPTED, "", null);

  /** {@code drop}. */
  public static final NftVerdict DROP = new NftVerdict(DROPPED, "", null);

  /** {@code continue}. */
  public static final NftVerdict CONTINUE = new NftVerdict(CONTINUED, "", null);

  /** {@code return}. */
  public static final NftVerdict RETURN = new NftVerdict(RETURNED, "", null);

  /** {@code jump chain}. */
  public static NftVerdict jump(String chain) {
    return new NftVerdict(JUMPED, chain, null);
  }

  /** {@code goto chain}. */
  public static NftVerdict goTo(String chain) {
    return new NftVerdict(GONE, chain, null);
  }

  /** The verdict as a rule says it. */
  public String text() {
    return switch (code) {
      case DROPPED -> "drop";
      case ACCEPTED -> "accept";
      case CONTINUED -> "continue";
      case RETURNED -> "return";
      case JUMPED -> "jump " + target();
      case GONE -> "goto " + target();
      default -> throw new IllegalStateException(code + " is no verdict of a rule");
    };
  }

  private String target() {
    return body == null ? chain : body.inBraces();
  }

  @Override
  public String toString() {
    return text();
  }
}
