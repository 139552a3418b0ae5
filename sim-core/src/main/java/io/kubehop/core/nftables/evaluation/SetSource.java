package io.kubehop.core.nftables.evaluation;

import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import org.jspecify.annotations.Nullable;

/** Where a rule looks keys up: a set of its own, or one of the table. */
public sealed interface SetSource {

  /**
   * The element that holds a key, or null; {@link SetElement#UNKNOWN} if that cannot be said, which
   * the evaluation was told.
   */
  @Nullable SetElement find(Evaluation at, Key key);

  /** Its name; empty for an anonymous one. */
  String name();

  /** As a rule names it. */
  String text();

  /**
   * A set that is written into the rule.
   *
   * @param set the set
   */
  record Anonymous(NftSet set) implements SetSource {
    @Override
    public @Nullable SetElement find(Evaluation at, Key key) {
      return set.elements().find(key);
    }

    @Override
    public String name() {
      return "";
    }

    @Override
    public String text() {
      return set.inBraces();
    }
  }

  /**
   * A set of the table.
   *
   * @param name its name
   */
  record Named(String name) implements SetSource {
    @Override
    public @Nullable SetElement find(Evaluation at, Key key) {
      SetElement found = at.find(name, key);
      boolean goesOn = found == null || at.runActions(found) == NftVerdict.CONTINUED;
      return goesOn ? found : null;
    }

    @Override
    public String text() {
      return "@" + name;
    }
  }
}
