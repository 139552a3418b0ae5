package io.kubehop.core.nftables.set;

import io.kubehop.core.collect.OrderedTrie;
import io.kubehop.core.nftables.value.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a set. Immutable; a change copies one path. A single key is found in constant
 * time, a range of a set without concatenation in logarithmic time.
 */
public final class Elements {
  /** No elements. */
  public static final Elements NONE = new Elements(OrderedTrie.empty(), Ranges.NONE, null);

  private final OrderedTrie<ElementKey, SetElement> all;
  private final OrderedTrie<Key, SetElement> exact;
  private final Ranges ranges;
  private final @Nullable SetElement others;

  private Elements(
      OrderedTrie<ElementKey, SetElement> all, Ranges ranges, @Nullable SetElement others) {
    this(all, OrderedTrie.empty(), ranges, others);
  }

  private Elements(
      OrderedTrie<ElementKey, SetElement> all,
      OrderedTrie<Key, SetElement> exact,
      Ranges ranges,
      @Nullable SetElement others) {
    this.all = all;
    this.exact = exact;
    this.ranges = ranges;
    this.others = others;
  }

  /** Some elements. */
  public static Elements of(List<SetElement> elements) {
    OrderedTrie<ElementKey, SetElement> all = OrderedTrie.empty();
    OrderedTrie<Key, SetElement> exact = OrderedTrie.empty();
    SetElement others = null;
    for (SetElement element : elements) {
      all = all.with(element.key(), element);
      if (element.key().isOthers()) {
        others = element;
      } else if (element.key().isExact()) {
        exact = exact.with(element.key().from(), element);
      }
    }
    return new Elements(all, exact, Ranges.of(all.values()), others);
  }

  /** The elements and one more, in place of one with the same key. */
  public Elements with(SetElement element) {
    OrderedTrie<ElementKey, SetElement> more = all.with(element.key(), element);
    if (element.key().isOthers()) {
      return new Elements(more, exact, ranges, element);
    }
    if (element.key().isExact()) {
      return new Elements(more, exact.with(element.key().from(), element), ranges, others);
    }
    return new Elements(more, exact, Ranges.of(more.values()), others);
  }

  /** The elements without one. */
  public Elements without(ElementKey key) {
    OrderedTrie<ElementKey, SetElement> fewer = all.without(key);
    if (key.isOthers()) {
      return new Elements(fewer, exact, ranges, null);
    }
    if (key.isExact()) {
      return new Elements(fewer, exact.without(key.from()), ranges, others);
    }
    return new Elements(fewer, exact, Ranges.of(fewer.values()), others);
  }

  /** The element that holds a key, or null. */
  public @Nullable SetElement find(Key key) {
    SetElement found = exact.get(key);
    if (found == null) {
      found = ranges.find(key);
    }
    return found == null ? others : found;
  }

  /** The number of elements. */
  public int size() {
    return all.size();
  }

  /** All elements in the order in which they came. */
  public List<SetElement> list() {
    return all.values();
  }
}
