package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of reading share: texts in, plain values or error lines out. */
final class Reading {
  private Reading() {}

  static SourceNode one(String text) {
    List<SourceDocument> documents = SourceReader.read("f.yaml", text);
    if (documents.size() != 1) {
      throw new AssertionError("expected one document, found " + documents);
    }
    return documents.get(0).root();
  }

  static @Nullable Object plain(String text) {
    return one(text).plain();
  }

  static List<String> errors(String text) {
    return errors("f.yaml", text);
  }

  static List<String> errors(String file, String text) {
    return catchThrowableOfType(InvalidInputException.class, () -> SourceReader.read(file, text))
        .lines();
  }
}
