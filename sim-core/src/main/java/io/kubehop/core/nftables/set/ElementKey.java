package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * What an element stands for: one key, all keys between two, or every other key.
 *
 * @param from the first key; empty for every other key
 * @param to the last key in each part; the same as {@code from} for one key
 */
public record ElementKey(Key from, Key to) {
  /** {@code *}: every other key. */
  public static final ElementKey OTHERS = new ElementKey(new Key(), new Key());

  /** One key. */
  public static ElementKey of(Key key) {
    return new ElementKey(key, key);
  }

  /** Whether it stands for every other key. */
  public boolean isOthers() {
    return from.size() == 0;
  }

  /** Whether it stands for one key. */
  public boolean isExact() {
    return from.equals(to);
  }

  /** Whether a key lies between the two in every part. */
  public boolean contains(Key key) {
    for (int i = 0; i < from.size(); i++) {
      if (key.compare(i, from) < 0 || key.compare(i, to) > 0) {
        return false;
      }
    }
    return true;
  }

  /** As nft writes it. */
  public String text(List<ValueType> types) {
    if (isOthers()) {
      return "*";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < from.size(); i++) {
      text.append(i == 0 ? "" : " . ").append(RangeText.print(types.get(i), from, to, i));
    }
    return text.toString();
  }
}
