package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an element of a map maps to: a value or a range of values, a verdict, or a named object.
 *
 * @param from the value, or the first of the range; empty for verdicts and objects
 * @param to the same as {@code from}, or the last of the range
 * @param verdict the verdict of a verdict map
 * @param object the name of an object
 */
public record ElementData(Key from, Key to, @Nullable NftVerdict verdict, @Nullable String object) {
  private static final Key NONE = new Key();

  /** A value. */
  public static ElementData of(Key value) {
    return new ElementData(value, value, null, null);
  }

  /** A range of values. */
  public static ElementData of(Key from, Key to) {
    return new ElementData(from, to, null, null);
  }

  /** A verdict. */
  public static ElementData of(NftVerdict verdict) {
    return new ElementData(NONE, NONE, verdict, null);
  }

  /** A named object. */
  public static ElementData ofObject(String name) {
    return new ElementData(NONE, NONE, null, name);
  }

  /** As nft writes it. */
  public String text(List<ValueType> types) {
    if (verdict != null) {
      return verdict.text();
    }
    return object != null ? '"' + object + '"' : new ElementKey(from, to).text(types);
  }
}
