package io.kubehop.service.source;

import org.jspecify.annotations.Nullable;

/** Follows a path into a tree, trying the shortest name first where a dot may or may not end it. */
final class Walk {
  SourceNode nearest;
  @Nullable SourceNode found;
  private int nearestRest = Integer.MAX_VALUE;

  Walk(SourceNode root) {
    this.nearest = root;
  }

  boolean follow(SourceNode node, String path) {
    if (path.length() < nearestRest) {
      nearestRest = path.length();
      nearest = node;
    }
    if (path.isEmpty()) {
      found = node;
      return true;
    }
    if (path.charAt(0) == '[') {
      return bracket(node, path);
    }
    return node instanceof SourceMapping mapping
        && names(mapping, path.charAt(0) == '.' ? path.substring(1) : path);
  }

  private boolean bracket(SourceNode node, String path) {
    int close = path.indexOf(']');
    if (close < 0) {
      return false;
    }
    String inside = path.substring(1, close);
    String rest = path.substring(close + 1);
    if (node instanceof SourceMapping mapping) {
      return enter(mapping, inside, rest);
    }
    if (node instanceof SourceSequence sequence && inside.matches("[0-9]{1,9}")) {
      int index = Integer.parseInt(inside);
      return index < sequence.items().size() && follow(sequence.items().get(index), rest);
    }
    return false;
  }

  private boolean names(SourceMapping mapping, String path) {
    for (int end = 1; end <= path.length(); end++) {
      boolean nameMayEnd =
          end == path.length() || path.charAt(end) == '.' || path.charAt(end) == '[';
      if (nameMayEnd && enter(mapping, path.substring(0, end), path.substring(end))) {
        return true;
      }
    }
    return false;
  }

  private boolean enter(SourceMapping mapping, String name, String rest) {
    SourceNode value = mapping.get(name).orElse(null);
    return value != null && follow(value, rest);
  }
}
