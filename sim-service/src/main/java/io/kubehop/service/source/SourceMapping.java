package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Named values in the order in which they were written, each name with its own place. Look-up is by
 * linear search, which for the handful of fields of an object is the fastest and the smallest.
 */
public final class SourceMapping implements SourceNode {
  private final String file;
  private final int line;
  private final int column;
  private final String[] names;
  private final long[] namePlaces;
  private final SourceNode[] values;

  SourceMapping(
      String file, int line, int column, String[] names, long[] namePlaces, SourceNode[] values) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.names = names;
    this.namePlaces = namePlaces;
    this.values = values;
  }

  /** Returns a mapping that no file holds. */
  public static SourceMapping of(Map<String, ? extends SourceNode> entries) {
    List<String> names = new ArrayList<>();
    List<SourceNode> values = new ArrayList<>();
    entries.forEach(
        (name, value) -> {
          names.add(name);
          values.add(value);
        });
    return new SourceMapping(
        "",
        0,
        0,
        names.toArray(String[]::new),
        new long[names.size()],
        values.toArray(SourceNode[]::new));
  }

  /** Returns how many names there are. */
  public int size() {
    return names.length;
  }

  /** Returns the name at an index in the order of writing. */
  public String name(int index) {
    return names[index];
  }

  /** Returns the value at an index in the order of writing. */
  public SourceNode value(int index) {
    return values[index];
  }

  /** Returns where the name at an index was written. */
  public Position namePosition(int index) {
    return file.isEmpty()
        ? Position.UNKNOWN
        : new Position(file, (int) (namePlaces[index] >>> Integer.SIZE), (int) namePlaces[index]);
  }

  /** Returns the value of a name; absent if it has none. A null that was written is a value. */
  public Optional<SourceNode> get(String name) {
    int index = indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(values[index]);
  }

  /** Returns the text of a name; absent if it has no value or one that is no text. */
  public Optional<String> text(String name) {
    int index = indexOf(name);
    if (index >= 0
        && values[index] instanceof SourceScalar scalar
        && scalar.kind() == SourceScalar.Kind.TEXT) {
      return Optional.of(scalar.text());
    }
    return Optional.empty();
  }

  /** Returns where a name was written, or where the mapping begins if it has no such name. */
  public Position namePosition(String name) {
    int index = indexOf(name);
    return index < 0 ? position() : namePosition(index);
  }

  int indexOf(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Position position() {
    return file.isEmpty() ? Position.UNKNOWN : new Position(file, line, column);
  }

  @Override
  public String describe() {
    return "a map";
  }

  @Override
  public Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      plain.put(names[i], values[i].plain());
    }
    return Collections.unmodifiableMap(plain);
  }

  @Override
  public String toString() {
    return plain().toString();
  }
}
