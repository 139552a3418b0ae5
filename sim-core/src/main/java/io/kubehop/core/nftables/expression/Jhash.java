package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * {@code jhash}: Jenkins' hash over the bytes of a value (net/netfilter/nft_hash.c). Each part of a
 * concatenation is filled up to a multiple of four bytes.
 *
 * @param of what is hashed
 * @param modulus how many numbers there are
 * @param seed where the hash starts; negative if each host has its own
 * @param offset the first number
 */
public record Jhash(Expression of, long modulus, long seed, long offset) implements Expression {
  private static final List<ValueType> TYPES = List.of(ValueType.integer(32));

  @Override
  public List<ValueType> types() {
    return TYPES;
  }

  @Override
  public int load(Evaluation at, Key into) {
    if (seed < 0) {
      at.undecided("expression `" + text() + "` has no seed, so its hash is another on each host");
      return UNDECIDED;
    }
    int first = into.size();
    int loaded = of.load(at, into);
    if (loaded != LOADED) {
      return loaded;
    }
    int hash = JenkinsBytes.hash(into, first, of.types(), (int) seed);
    into.truncate(first);
    into.push(0, (Integer.toUnsignedLong(hash) * modulus >>> 32) + offset);
    return LOADED;
  }

  @Override
  public boolean needsConntrack() {
    return of.needsConntrack();
  }

  @Override
  public String text() {
    return "jhash "
        + of.text()
        + " mod "
        + modulus
        + (seed < 0 ? "" : " seed 0x" + Long.toHexString(seed))
        + (offset == 0 ? "" : " offset " + offset);
  }
}
