package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Action;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.SetSource;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.set.ElementData;
import io.kubehop.core.nftables.set.SetElement;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Uses an object of the table: {@code counter name "http"}, or one that a map names.
 *
 * @param kind {@code counter}, {@code limit} or {@code quota}
 * @param name the object's name; empty if a map names it
 * @param key what is looked up in the map
 * @param map the map of names
 */
public record ObjectReference(
    String kind, String name, @Nullable Expression key, @Nullable SetSource map)
    implements Statement {

  @Override
  public int run(Evaluation at) {
    String wanted = name;
    if (key != null && map != null) {
      Key value = at.takeKey();
      int loaded = key.load(at, value);
      SetElement found = loaded == Expression.LOADED ? map.find(at, value) : null;
      at.giveBack();
      ElementData data = found == null ? null : found.data();
      if (data == null || data.object() == null) {
        return loaded == Expression.UNDECIDED || found == SetElement.UNKNOWN
            ? NftVerdict.UNDECIDED
            : NftVerdict.BROKEN;
      }
      wanted = data.object();
    }
    Action behaviour = at.object(kind, wanted);
    if (behaviour == null) {
      return at.undecided(kind + " object `" + wanted + "` is not modelled");
    }
    return behaviour.run(at);
  }

  @Override
  public boolean needsConntrack() {
    return key != null && key.needsConntrack();
  }

  @Override
  public String text() {
    return key == null || map == null
        ? kind + " name \"" + name + "\""
        : kind + " name " + key.text() + " map " + map.text();
  }
}
