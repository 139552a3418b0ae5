package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * {@code vmap}: the verdict that a map has for a key; without an element the next rule runs.
 *
 * @param key what is looked up
 * @param map where
 */
public record VerdictMap(Expression key, SetSource map) implements Statement {

  @Override
  public int run(Evaluation at) {
    Key wanted = at.takeKey();
    int loaded = key.load(at, wanted);
    SetElement found = loaded == Expression.LOADED ? map.find(at, wanted) : null;
    at.giveBack();
    if (loaded == Expression.UNDECIDED || found == SetElement.UNKNOWN) {
      return NftVerdict.UNDECIDED;
    }
    if (found == null) {
      return NftVerdict.BROKEN;
    }
    if (!map.name().isEmpty()) {
      at.foundIn(map.name());
    }
    return at.take(found.verdict());
  }

  @Override
  public boolean needsConntrack() {
    return key.needsConntrack();
  }

  @Override
  public String text() {
    return key.text() + " vmap " + map.text();
  }
}
