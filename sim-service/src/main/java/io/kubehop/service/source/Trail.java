package io.kubehop.service.source;

import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a document to a value, put into words only when somebody has to read it.
 */
final class Trail {
  private final @Nullable Trail parent;
  private final String name;
  private final int index;

  private Trail(@Nullable Trail parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  static Trail of(String path) {
    return new Trail(null, path, -1);
  }

  Trail field(String field) {
    return new Trail(this, field, -1);
  }

  Trail item(int item) {
    return new Trail(this, "", item);
  }

  @Override
  public String toString() {
    if (parent == null) {
      return name;
    }
    return index < 0 ? FieldPath.child(parent.toString(), name) : parent + "[" + index + "]";
  }
}
