package io.kubehop.scenarios.replay;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.scenarios.file.ConnectionExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares what HTTP brought with what was expected of it, on every made connection. */
final class HttpCheck {
  private final List<HttpAnswer> answers;
  private final Mismatch mismatch;

  private HttpCheck(List<HttpAnswer> answers, Mismatch mismatch) {
    this.answers = answers;
    this.mismatch = mismatch;
  }

  static void check(
      ConnectionExpectation.Http expected, List<HttpAnswer> answers, Mismatch mismatch) {
    HttpCheck check = new HttpCheck(answers, mismatch);
    check.value("status", expected.status(), answer -> Optional.of(answer.status()));
    check.value("backend", expected.backend(), HttpAnswer::backend);
    check.value("path", expected.path(), HttpAnswer::path);
    check.value("location", expected.location(), HttpAnswer::location);
    check.headers("requestHeaders", expected.requestHeaders(), HttpAnswer::requestHeaders);
    check.headers("responseHeaders", expected.responseHeaders(), HttpAnswer::responseHeaders);
  }

  private <T> void value(String field, Optional<T> expected, Function<HttpAnswer, Optional<T>> of) {
    List<T> found = answers.stream().map(of).flatMap(Optional::stream).distinct().toList();
    mismatch.checkAll(field, expected, found);
  }

  private void headers(
      String field, Map<String, Optional<String>> expected, Function<HttpAnswer, HttpHeaders> of) {
    expected.forEach((name, value) -> header(field + "." + name, name, value, of));
  }

  private void header(
      String field, String name, Optional<String> expected, Function<HttpAnswer, HttpHeaders> of) {
    List<String> found = new ArrayList<>();
    boolean alike = true;
    String wanted = expected.orElse("absent");
    for (HttpAnswer answer : answers) {
      List<String> values = of.apply(answer).all(name);
      found.add(shown(values));
      alike &= wanted.equals(shown(values)) || wanted.equals(String.join(",", values));
    }
    if (found.isEmpty() || !alike) {
      mismatch.add(field, wanted, Mismatch.common(found.stream().distinct().toList()));
    }
  }

  /** Several fields of one name are one list; a space after its commas is nobody's business. */
  private static String shown(List<String> values) {
    return values.isEmpty() ? "absent" : String.join(", ", values);
  }
}
