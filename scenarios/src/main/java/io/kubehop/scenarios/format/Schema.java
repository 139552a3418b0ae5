package io.kubehop.scenarios.format;

import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.SourceSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a piece of JSON Schema. */
public final class Schema {
  private final Map<String, SourceNode> keywords = new LinkedHashMap<>();

  private Schema() {}

  /** Begins with no keyword: whatever a value is, it fits. */
  public static Schema empty() {
    return new Schema();
  }

  /** Begins with a keyword and its text. */
  public static Schema of(String keyword, String text) {
    return new Schema().with(keyword, text);
  }

  /** Begins with the keywords of a finished piece. */
  public static Schema of(SourceMapping piece) {
    return new Schema().with(piece);
  }

  /** A value that fits at least one of these. */
  public static SourceMapping anyOf(List<SourceMapping> pieces) {
    return new Schema().with("anyOf", SourceSequence.of(pieces)).build();
  }

  /** A value that fits exactly one of these. */
  public static SourceMapping oneOf(List<SourceMapping> pieces) {
    return new Schema().with("oneOf", SourceSequence.of(pieces)).build();
  }

  /** A list of texts. */
  public static SourceSequence texts(Iterable<String> texts) {
    List<SourceScalar> items = new ArrayList<>();
    texts.forEach(text -> items.add(SourceScalar.ofText(text)));
    return SourceSequence.of(items);
  }

  /** Adds a keyword and its text. */
  public Schema with(String keyword, String text) {
    return with(keyword, SourceScalar.ofText(text));
  }

  /** Adds a keyword and its number. */
  public Schema with(String keyword, long number) {
    return with(keyword, SourceScalar.ofInteger(number));
  }

  /** Adds a keyword and its truth value. */
  public Schema with(String keyword, boolean value) {
    return with(keyword, SourceScalar.ofBoolean(value));
  }

  /** Adds a keyword and its value. */
  public Schema with(String keyword, SourceNode value) {
    keywords.put(keyword, value);
    return this;
  }

  /** Adds the keywords of a finished piece. */
  public Schema with(SourceMapping piece) {
    for (int i = 0; i < piece.size(); i++) {
      keywords.put(piece.name(i), piece.value(i));
    }
    return this;
  }

  /** Returns the piece. */
  public SourceMapping build() {
    return SourceMapping.of(keywords);
  }
}
