package io.kubehop.core.nftables.expression;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.Notation;
import io.kubehop.core.nftables.value.ValueType;
import io.kubehop.core.nftables.value.ValueTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the host's routes say of an address ({@code fib}, net/ipv4/netfilter/nft_fib_ipv4.c).
 *
 * @param ofSource whether the source is looked up
 * @param mark whether the mark takes part, which no route here looks at
 * @param by the interface that the answer must lie on
 * @param result what is asked
 * @param types its type
 */
public record Fib(boolean ofSource, boolean mark, By by, Result result, List<ValueType> types)
    implements Expression {

  /** Which interface the look-up is limited to. */
  public enum By {
    /** None. */
    ANY(""),
    /** The one that the packet came in by. */
    IIF(" . iif"),
    /** The one that it goes out by. */
    OIF(" . oif");

    private final String text;

    By(String text) {
      this.text = text;
    }
  }

  /** What is asked of the routes. */
  public enum Result {
    /** What the address is to the host. */
    TYPE("type", ValueTypes.FIB_ADDRTYPE),
    /** The interface towards it. */
    OIF("oif", ValueTypes.IFACE_INDEX),
    /** The name of the interface towards it. */
    OIFNAME("oifname", ValueTypes.IFNAME),
    /** Whether there is an interface towards it. */
    PRESENT("oif", ValueTypes.BOOLEAN);

    private final String word;
    private final ValueType type;

    Result(String word, ValueType type) {
      this.word = word;
      this.type = type;
    }
  }

  /** Looks an address up. */
  public static Fib of(boolean ofSource, boolean mark, By by, Result result) {
    return new Fib(ofSource, mark, by, result, List.of(result.type));
  }

  @Override
  public int load(Evaluation at, Key into) {
    Skb skb = at.skb();
    Packet packet = skb.packet();
    long high = ofSource ? packet.sourceHigh() : packet.destinationHigh();
    long low = ofSource ? packet.sourceLow() : packet.destinationLow();
    String device =
        switch (by) {
          case ANY -> null;
          case IIF -> skb.inDevice();
          case OIF -> skb.outDevice();
        };
    if (result == Result.TYPE) {
      into.push(0, at.host().addressType(high, low, device).ordinal());
      return LOADED;
    }
    pushDevice(at.host().routeDevice(skb, high, low, device), into);
    return LOADED;
  }

  private void pushDevice(@Nullable String found, Key into) {
    if (result == Result.PRESENT) {
      into.push(0, found == null ? 0 : 1);
    } else if (found == null) {
      into.push(0, 0);
    } else {
      into.push(Notation.nameHigh(found), Notation.nameLow(found));
    }
  }

  @Override
  public String text() {
    return "fib "
        + (ofSource ? "saddr" : "daddr")
        + (mark ? " . mark" : "")
        + by.text
        + " "
        + result.word;
  }
}
