package io.kubehop.core.nftables.set;

import io.kubehop.core.nftables.value.Key;
import java.util.stream.Collectors;

/**
 * A set or map with its elements. Immutable.
 *
 * @param header what it is
 * @param elements what it holds
 */
public record NftSet(SetHeader header, Elements elements) {

  /** A set without elements. */
  public static NftSet empty(SetHeader header) {
    return new NftSet(header, Elements.NONE);
  }

  /** Its name. */
  public String name() {
    return header.name();
  }

  /** The set with one more element, in place of one with the same key. */
  public NftSet with(SetElement element) {
    return new NftSet(header, elements.with(element));
  }

  /** The set without an element. */
  public NftSet without(Key key) {
    return new NftSet(header, elements.without(ElementKey.of(key)));
  }

  /** The elements in braces, as an anonymous set is written. */
  public String inBraces() {
    return elements.list().stream()
        .map(element -> element.text(header))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }
}
