package io.kubehop.service.source;

import java.util.HexFormat;

/** Writes trees as {@code kubectl get -o json} does: names sorted, four spaces of indentation. */
public final class JsonWriter {
  private static final String INDENT = "    ";

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** Returns the text of a tree, which ends with a line break. */
  public static String write(SourceNode root) {
    JsonWriter writer = new JsonWriter();
    writer.node(root, "\n");
    return writer.out.append('\n').toString();
  }

  private void node(SourceNode node, String lineBreak) {
    if (node instanceof SourceMapping mapping) {
      mapping(mapping, lineBreak);
    } else if (node instanceof SourceSequence sequence) {
      sequence(sequence, lineBreak);
    } else {
      scalar((SourceScalar) node);
    }
  }

  private void mapping(SourceMapping mapping, String lineBreak) {
    String separator = "{";
    for (int index : YamlWriter.sorted(mapping)) {
      out.append(separator).append(lineBreak).append(INDENT);
      quote(mapping.name(index));
      out.append(": ");
      node(mapping.value(index), lineBreak + INDENT);
      separator = ",";
    }
    out.append(mapping.size() == 0 ? "{}" : lineBreak + "}");
  }

  private void sequence(SourceSequence sequence, String lineBreak) {
    String separator = "[";
    for (SourceNode item : sequence.items()) {
      out.append(separator).append(lineBreak).append(INDENT);
      node(item, lineBreak + INDENT);
      separator = ",";
    }
    out.append(sequence.items().isEmpty() ? "[]" : lineBreak + "]");
  }

  private void scalar(SourceScalar scalar) {
    Object plain = scalar.plain();
    if (plain instanceof String text) {
      quote(text);
    } else {
      out.append(plain);
    }
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i));
    }
    out.append('"');
  }

  private void escape(char c) {
    int known = "\"\\\b\f\n\r\t".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("\"\\bfnrt".charAt(known));
    } else if (c < ' ') {
      out.append("\\u").append(HexFormat.of().toHexDigits(c));
    } else {
      out.append(c);
    }
  }
}
