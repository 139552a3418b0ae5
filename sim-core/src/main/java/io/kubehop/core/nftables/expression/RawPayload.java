package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * Some bits of a header, such as {@code @th,16,16}.
 *
 * @param base {@code nh} for the network header, {@code th} for the transport header, {@code ll}
 *     for the frame
 * @param offset the first bit
 * @param bits how many
 * @param types the type of its value
 */
public record RawPayload(String base, int offset, int bits, List<ValueType> types)
    implements Expression {

  /** Reads some bits. */
  public static RawPayload of(String base, int offset, int bits) {
    return new RawPayload(base, offset, bits, List.of(ValueType.integer(bits)));
  }

  @Override
  public int load(Evaluation at, Key into) {
    if (base.equals("ll") || base.equals("ih")) {
      return undecided(at);
    }
    long high = 0;
    long low = 0;
    for (int bit = offset; bit < offset + bits; bit++) {
      int octet = HeaderBytes.octet(at.skb().packet(), base.equals("th"), bit / 8);
      if (octet < 0) {
        return undecided(at);
      }
      high = high << 1 | low >>> 63;
      low = low << 1 | (octet >> (7 - bit % 8) & 1);
    }
    into.push(high, low);
    return LOADED;
  }

  private int undecided(Evaluation at) {
    at.undecided("expression `" + text() + "` reads what packets here do not have");
    return UNDECIDED;
  }

  @Override
  public String text() {
    return "@" + base + "," + offset + "," + bits;
  }
}
