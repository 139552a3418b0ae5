package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a set that stand for more than one key. Those without concatenation do not
 * overlap (the kernel refuses that), and are searched by halves.
 */
final class Ranges {
  static final Ranges NONE = new Ranges(new SetElement[0]);

  private final SetElement[] inOrder;

  private Ranges(SetElement[] inOrder) {
    this.inOrder = inOrder;
  }

  static Ranges of(List<SetElement> all) {
    SetElement[] ranges =
        all.stream()
            .filter(element -> !element.key().isOthers() && !element.key().isExact())
            .sorted(Comparator.comparing(SetElement::key, (a, b) -> a.from().compare(0, b.from())))
            .toArray(SetElement[]::new);
    return ranges.length == 0 ? NONE : new Ranges(ranges);
  }

  @Nullable SetElement find(Key key) {
    if (inOrder.length == 0) {
      return null;
    }
    return key.size() == 1 ? findSingle(key) : findConcatenated(key);
  }

  private @Nullable SetElement findSingle(Key key) {
    int low = 0;
    int high = inOrder.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ElementKey range = inOrder[middle].key();
      if (key.compare(0, range.from()) < 0) {
        high = middle - 1;
      } else if (key.compare(0, range.to()) > 0) {
        low = middle + 1;
      } else {
        return inOrder[middle];
      }
    }
    return null;
  }

  private @Nullable SetElement findConcatenated(Key key) {
    for (SetElement element : inOrder) {
      if (element.key().contains(key)) {
        return element;
      }
    }
    return null;
  }
}
