package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.set.ElementData;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The value that a map has for a key, such as {@code ip saddr map { 10.0.0.1 : 0x1 }}. Without an
 * element there is none.
 *
 * @param key what is looked up
 * @param map where
 * @param types the types of the values
 */
public record MapLookUp(Expression key, SetSource map, List<ValueType> types)
    implements Expression {

  @Override
  public int load(Evaluation at, Key into) {
    return loadRange(at, into, null);
  }

  /** Joins the first and the last value of the range that the map has for a key on to two keys. */
  public int loadRange(Evaluation at, Key from, @Nullable Key to) {
    Key wanted = at.takeKey();
    int loaded = key.load(at, wanted);
    SetElement found = loaded == LOADED ? map.find(at, wanted) : null;
    at.giveBack();
    if (found == SetElement.UNKNOWN) {
      return UNDECIDED;
    }
    ElementData data = found == null ? null : found.data();
    if (data == null) {
      return loaded == LOADED ? ABSENT : loaded;
    }
    from.pushAll(data.from());
    if (to != null) {
      to.pushAll(data.to());
    }
    if (!map.name().isEmpty()) {
      at.foundIn(map.name());
    }
    return LOADED;
  }

  @Override
  public boolean needsConntrack() {
    return key.needsConntrack();
  }

  @Override
  public String text() {
    return key.text() + " map " + map.text();
  }
}
