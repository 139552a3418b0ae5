package io.kubehop.service.source;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trees of plain Java values, without positions: the opposite of {@link SourceNode#plain}. */
public final class PlainTrees {

  private PlainTrees() {}

  /**
   * Returns the tree of a value.
   *
   * @param value a {@code CharSequence}, {@code Number}, {@code Boolean}, null, or a {@code Map} or
   *     {@code Iterable} of such values
   * @throws IllegalArgumentException if it is, or holds, something else
   */
  public static SourceNode of(@Nullable Object value) {
    if (value == null) {
      return SourceScalar.ofNull();
    }
    if (value instanceof CharSequence text) {
      return SourceScalar.ofText(text.toString());
    }
    if (value instanceof Boolean flag) {
      return SourceScalar.ofBoolean(flag);
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof Map<?, ?> map) {
      return mapping(map);
    }
    if (value instanceof Iterable<?> items) {
      List<SourceNode> nodes = new ArrayList<>();
      items.forEach(item -> nodes.add(of(item)));
      return SourceSequence.of(nodes);
    }
    throw new IllegalArgumentException(
        "a " + value.getClass().getName() + " is no text, number, truth value, map or list");
  }

  private static SourceScalar number(Number number) {
    boolean whole =
        number instanceof Integer
            || number instanceof Long
            || number instanceof Short
            || number instanceof Byte
            || number instanceof BigInteger;
    String text =
        number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    SourceScalar.Kind kind = whole ? SourceScalar.Kind.INTEGER : SourceScalar.Kind.FLOAT;
    return new SourceScalar("", 0, 0, kind, text);
  }

  private static SourceMapping mapping(Map<?, ?> map) {
    Map<String, SourceNode> entries = new LinkedHashMap<>();
    map.forEach((key, value) -> entries.put(String.valueOf(key), of(value)));
    return SourceMapping.of(entries);
  }
}
