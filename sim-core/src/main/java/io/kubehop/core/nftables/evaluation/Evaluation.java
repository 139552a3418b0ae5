package io.kubehop.core.nftables.evaluation;

import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.set.DynamicSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One packet on its way through the chains of one table: what expressions read and statements
 * change. Reused for every packet of a host.
 */
public abstract class Evaluation {
  private final NftContext host;
  private final List<Key> keys = new ArrayList<>();
  private int keysInUse;
  private Skb skb = new Skb();
  private NftVerdict target = NftVerdict.CONTINUE;
  private String reason = "";

  /** Makes one for the packets of a host. */
  protected Evaluation(NftContext host) {
    this.host = host;
  }

  /** Another packet. */
  protected final void begin(Skb newSkb) {
    skb = newSkb;
    keysInUse = 0;
  }

  /**
   * The element of a set of the table that holds a key now, or null; {@link SetElement#UNKNOWN} if
   * that cannot be said, which the evaluation was told.
   */
  public abstract @Nullable SetElement find(String set, Key key);

  /** A set of the table, to be changed; null if the table has none of the name. */
  public abstract @Nullable DynamicSet changingSet(String set);

  /** What an object of the table does; null if there is none that is modelled. */
  public abstract @Nullable Action object(String kind, String name);

  /** The two numbers of a place in the rules, made when they are first asked for. */
  public abstract StateCell cell(StateSite site, long first, long second);

  /** Tells who listens that a key was found in a map of the table. */
  public abstract void foundIn(String map);

  /** The host. */
  public final NftContext host() {
    return host;
  }

  /** The packet. */
  public final Skb skb() {
    return skb;
  }

  /** Whether the packet is IPv4. */
  public final boolean isV4() {
    return skb.packet().isV4();
  }

  /**
   * Does what an element that was found asks for.
   *
   * @return CONTINUED, or what the first action said that did not go on
   */
  public final int runActions(SetElement found) {
    for (int i = 0; i < found.statements().size(); i++) {
      int verdict = ((Action) found.statements().get(i)).run(this);
      if (verdict != NftVerdict.CONTINUED) {
        return verdict;
      }
    }
    return NftVerdict.CONTINUED;
  }

  /** An empty key to put a value together in; {@link #giveBack} it in reverse order. */
  public final Key takeKey() {
    if (keysInUse == keys.size()) {
      keys.add(new Key());
    }
    return keys.get(keysInUse++).clear();
  }

  /** Gives the last key back. */
  public final void giveBack() {
    keysInUse--;
  }

  /** Notes where a jump leads, and returns the verdict as a number. */
  public final int take(NftVerdict verdict) {
    target = verdict;
    return verdict.code();
  }

  /** Where the last jump leads. */
  public final NftVerdict target() {
    return target;
  }

  /**
   * Something cannot be decided; that ends the walk.
   *
   * @param what the subject and what is the matter with it, such as {@code statement `queue` is not
   *     modelled}
   */
  public final int undecided(String what) {
    reason = what;
    return NftVerdict.UNDECIDED;
  }

  /** What cannot be decided, and why. */
  public final String reason() {
    return reason;
  }
}
