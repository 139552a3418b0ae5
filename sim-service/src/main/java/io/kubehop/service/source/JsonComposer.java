package io.kubehop.service.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Composes trees from JSON as RFC 8259 defines it: tabs may indent, and a comma too many is an
 * error. Several values may follow each other, as {@code kubectl} takes them.
 */
final class JsonComposer {
  private static final int DEEPEST = 200;

  private final String file;
  private final Problems problems;
  private final JsonCursor in;
  private final Map<String, String> interned = new LinkedHashMap<>();
  private int depth;

  JsonComposer(String file, String text, Problems problems) {
    this.file = file;
    this.problems = problems;
    this.in = new JsonCursor(file, text);
  }

  /** Returns whether a text looks like JSON: it begins with a brace or a bracket. */
  static boolean begins(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** Returns all values of the text but nulls. */
  List<SourceNode> compose() {
    List<SourceNode> roots = new ArrayList<>();
    while (!in.atEnd()) {
      SourceNode root = value();
      if (!root.isNull()) {
        roots.add(root);
      }
    }
    return roots;
  }

  private SourceNode value() {
    return switch (in.peek()) {
      case '{' -> nested(true);
      case '[' -> nested(false);
      case '"' -> {
        Position at = in.position();
        yield scalar(at, SourceScalar.Kind.TEXT, in.string());
      }
      default -> literal();
    };
  }

  private SourceNode nested(boolean object) {
    if (++depth > DEEPEST) {
      throw in.invalid("nests more than " + DEEPEST + " levels deep");
    }
    SourceNode node = object ? object() : array();
    depth--;
    return node;
  }

  private SourceMapping object() {
    MappingAssembly mapping = new MappingAssembly(in.position(), problems);
    in.expect('{');
    if (!in.accept('}')) {
      do {
        Position at = in.position();
        String name = intern(in.string());
        in.expect(':');
        mapping.put(name, at.line(), at.column(), value());
      } while (in.acceptCommaOr('}'));
    }
    return mapping.build();
  }

  private SourceSequence array() {
    Position at = in.position();
    List<SourceNode> items = new ArrayList<>();
    in.expect('[');
    if (!in.accept(']')) {
      do {
        items.add(value());
      } while (in.acceptCommaOr(']'));
    }
    return new SourceSequence(file, at.line(), at.column(), items);
  }

  private SourceScalar literal() {
    Position at = in.position();
    String word = in.word();
    return switch (word) {
      case "true", "false" -> scalar(at, SourceScalar.Kind.BOOLEAN, word);
      case "null" -> scalar(at, SourceScalar.Kind.NULL, word);
      default -> number(at, word);
    };
  }

  private SourceScalar number(Position at, String word) {
    if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
      throw new InvalidInputException(
          new Problem(
              at,
              "",
              word.isEmpty()
                  ? "not valid JSON: a value is missing here"
                  : String.format(
                      Locale.ROOT,
                      "not valid JSON: '%s' is no value; a text needs double quotes",
                      word)));
    }
    return scalar(at, ScalarValues.kindOf(word), word);
  }

  private SourceScalar scalar(Position at, SourceScalar.Kind kind, String text) {
    return new SourceScalar(file, at.line(), at.column(), kind, intern(text));
  }

  private String intern(String text) {
    return text.length() > 64 ? text : interned.computeIfAbsent(text, t -> t);
  }
}
