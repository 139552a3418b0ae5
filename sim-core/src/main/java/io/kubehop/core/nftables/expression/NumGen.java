package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * {@code numgen}: a number that is drawn, or that counts packets (net/netfilter/nft_numgen.c).
 *
 * @param random whether it is drawn
 * @param modulus how many numbers there are
 * @param offset the first of them
 * @param site where the count is kept
 */
public record NumGen(boolean random, long modulus, long offset, StateSite site)
    implements Expression {
  private static final List<ValueType> TYPES = List.of(ValueType.integer(32));

  @Override
  public List<ValueType> types() {
    return TYPES;
  }

  @Override
  public int load(Evaluation at, Key into) {
    long number =
        random ? at.host().choices().uniform(at.host().statisticStream(), (int) modulus) : next(at);
    into.push(0, number + offset);
    return LOADED;
  }

  private long next(Evaluation at) {
    StateCell counter = at.cell(site, modulus - 1, 0);
    long next = counter.first() + 1 < modulus ? counter.first() + 1 : 0;
    counter.set(next, 0);
    return next;
  }

  @Override
  public String text() {
    String kind = random ? "random" : "inc";
    return "numgen " + kind + " mod " + modulus + (offset == 0 ? "" : " offset " + offset);
  }
}
