package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.Evaluation;
import io.kubehop.core.nftables.NftVerdict;
import io.kubehop.core.nftables.value.Key;
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
      DynamicSet dynamic = at.host().nftState().dynamicSet(at.table(), name);
      SetElement found;
      if (dynamic != null) {
        found = dynamic.find(key, at.host().now());
      } else {
        NftSet set = at.table().set(name);
        if (set == null) {
          at.undecided("set or map `" + name + "` is not modelled");
          return SetElement.UNKNOWN;
        }
        found = set.elements().find(key);
      }
      if (found == null || found.statements().isEmpty()) {
        return found;
      }
      for (int i = 0; i < found.statements().size(); i++) {
        if (found.statements().get(i).run(at) != NftVerdict.CONTINUED) {
          return null;
        }
      }
      return found;
    }

    @Override
    public String text() {
      return "@" + name;
    }
  }
}
