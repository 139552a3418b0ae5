package io.kubehop.core.nftables.value;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names for numbers of a type; where a number has several, the first is printed. */
public final class Symbols {
  /** No names. */
  public static final Symbols NONE = new Symbols(ImmutableMap.of());

  private final ImmutableMap<String, Long> numbers;

  Symbols(Map<String, Long> numbers) {
    this.numbers = ImmutableMap.copyOf(numbers);
  }

  /** Reads {@code name=number} pairs separated by blanks; numbers as in Java. */
  static Symbols of(String pairs) {
    ImmutableMap.Builder<String, Long> builder = ImmutableMap.builder();
    for (String pair : pairs.split(" ", -1)) {
      int equals = pair.indexOf('=');
      builder.put(pair.substring(0, equals), Long.decode(pair.substring(equals + 1)));
    }
    return new Symbols(builder.build());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** The number of a name, or null. */
  public @Nullable Long number(String name) {
    return numbers.get(name);
  }

  /** The name of a number, or null. */
  public @Nullable String name(long number) {
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      if (entry.getValue() == number) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** The names of the bits of a number joined by commas; a number if a bit has none. */
  String flags(long number) {
    StringBuilder text = new StringBuilder();
    long rest = number;
    for (Map.Entry<String, Long> entry : numbers.entrySet()) {
      long bit = entry.getValue();
      if (bit != 0 && (rest & bit) == bit) {
        text.append(text.isEmpty() ? "" : ",").append(entry.getKey());
        rest &= ~bit;
      }
    }
    return rest == 0 && !text.isEmpty() ? text.toString() : "0x" + Long.toHexString(number);
  }
}
