package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * Whether a key is in a set, such as {@code tcp dport { 80, 443 }}.
 *
 * @param key what is looked up
 * @param negated whether it must not be there
 * @param set where
 */
public record Membership(Expression key, boolean negated, SetSource set) implements Statement {

  @Override
  public int run(Evaluation at) {
    Key wanted = at.takeKey();
    int loaded = key.load(at, wanted);
    SetElement found = loaded == Expression.LOADED ? set.find(at, wanted) : null;
    at.giveBack();
    if (loaded == Expression.UNDECIDED || found == SetElement.UNKNOWN) {
      return NftVerdict.UNDECIDED;
    }
    boolean holds = loaded == Expression.LOADED && (found != null) != negated;
    return holds ? NftVerdict.CONTINUED : NftVerdict.BROKEN;
  }

  @Override
  public boolean needsConntrack() {
    return key.needsConntrack();
  }

  @Override
  public String text() {
    return key.text() + (negated ? " != " : " ") + set.text();
  }
}
