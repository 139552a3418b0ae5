package io.kubehop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.cli.KubeHop;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceReader;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Broken files, captures and command lines end in exit code 2 and precise lines. */
class BadInputTest {
  private static final KnownFailures KNOWN = KnownFailures.read();

  @TestFactory
  Stream<DynamicTest> bad_input_is_named_in_one_line_each() {
    return Bank.files(".expect").entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(), () -> check(each.getKey(), each.getValue())));
  }

  private static void check(String name, Path sidecar) {
    Expectation expectation = Expectation.read(sidecar);
    if (!KNOWN.contains(name)) {
      Assertions.assertTimeoutPreemptively(expectation.limit, () -> expectation.check());
      return;
    }
    boolean holds = true;
    try {
      Assertions.assertTimeoutPreemptively(expectation.limit, () -> expectation.check());
    } catch (AssertionError stillFails) {
      holds = false;
    }
    assertThat(holds).as("passes: take it off the list of known failures").isFalse();
  }

  /** What a sidecar file says: arguments, exit codes, words of the message. */
  private record Expectation(
      Path folder, List<?> args, List<?> exitCodes, List<?> words, Long line, Duration limit) {

    static Expectation read(Path file) {
      SourceDocument document = SourceReader.read(file.toString(), file).get(0);
      Map<?, ?> fields = (Map<?, ?>) document.root().plain();
      Object exit = fields.get("exit");
      return new Expectation(
          file.getParent(),
          (List<?>) fields.get("args"),
          exit instanceof List<?> several ? several : List.of(exit),
          (List<?>) fields.get("contains"),
          (Long) fields.get("line"),
          Duration.ofSeconds((Long) fields.get("seconds")));
    }

    void check() {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      KubeHop.Streams streams =
          new KubeHop.Streams(
              new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
      long code = KubeHop.run(streams, false, arguments());
      String message = err.toString();
      assertThat(exitCodes.contains(code)).as("exit code %s, with %s", code, message).isTrue();
      assertThat(message.lines()).allMatch(text -> text.matches("(error|warning): .*"));
      assertThat(message).doesNotContain("error: internal:");
      if (code == 2) {
        assertThat(message).startsWith("error: ");
        words.forEach(
            word ->
                assertThat(message.toLowerCase(Locale.ROOT))
                    .contains(word.toString().toLowerCase(Locale.ROOT)));
        if (line != null) {
          assertThat(message).containsPattern("error: [^ ]+:" + line + ":[0-9]+: ");
        }
      }
    }

    /** A process would run in the folder; here the names of files get it put before them. */
    private String[] arguments() {
      return args.stream()
          .map(Object::toString)
          .map(text -> isFile(text) ? folder.resolve(text).toString() : text)
          .toArray(String[]::new);
    }

    private boolean isFile(String text) {
      return Files.exists(folder.resolve(text)) || text.startsWith("no-such-");
    }
  }
}
