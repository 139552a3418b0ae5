package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of values. */
public final class SourceSequence implements SourceNode {
  private final String file;
  private final int line;
  private final int column;
  private final List<SourceNode> items;

  SourceSequence(String file, int line, int column, List<? extends SourceNode> items) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.items = List.copyOf(items);
  }

  /** Returns a list that no file holds. */
  public static SourceSequence of(List<? extends SourceNode> items) {
    return new SourceSequence("", 0, 0, items);
  }

  /** Returns the values in order. */
  public List<SourceNode> items() {
    return items;
  }

  @Override
  public Position position() {
    return file.isEmpty() ? Position.UNKNOWN : new Position(file, line, column);
  }

  @Override
  public String describe() {
    return "a list";
  }

  @Override
  public List<@Nullable Object> plain() {
    List<@Nullable Object> plain = new ArrayList<>(items.size());
    for (SourceNode item : items) {
      plain.add(item.plain());
    }
    return Collections.unmodifiableList(plain);
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
