package io.kubehop.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.cli.KubeHop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every command that a guide shows works as it stands there. */
class GuidesTest {
  private static final Pattern COMMANDS = Pattern.compile("(?m)^```sh\\n((?s:.*?))```$");
  private static final Pattern LINE =
      Pattern.compile("(?:cat (\\S+) \\| )?\\./kubehop (.*?)(?: > (\\S+))?");

  @TempDir private static Path temporary;

  @TestFactory
  Stream<DynamicTest> every_command_of_a_guide_works() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> guides = new ArrayList<>(List.of(Checkout.root().resolve("docs/ci.md")));
    try (Stream<Path> files = Files.list(Checkout.root().resolve("docs/guides"))) {
      files.sorted().forEach(guides::add);
    }
    for (Path guide : guides) {
      Matcher block = COMMANDS.matcher(Files.readString(guide));
      int before = tests.size();
      while (block.find()) {
        block
            .group(1)
            .lines()
            .forEach(
                line ->
                    tests.add(
                        DynamicTest.dynamicTest(
                            guide.getFileName() + ": " + line, () -> run(line))));
      }
      assertThat(tests.size()).as("commands in %s", guide).isGreaterThan(before);
    }
    return tests.stream();
  }

  private static void run(String line) throws IOException {
    Matcher parts = LINE.matcher(line);
    assertThat(parts.matches()).as("%s is a command of KubeHop", line).isTrue();
    byte[] input =
        parts.group(1) == null
            ? new byte[0]
            : Files.readAllBytes(Checkout.root().resolve(parts.group(1)));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(input), new PrintWriter(out), new PrintWriter(err));

    int code = KubeHop.run(streams, true, arguments(parts.group(2)));

    assertThat(code).as(out.toString() + err).isZero();
    assertThat(out.toString()).isNotBlank();
    if (parts.group(3) != null) {
      Files.writeString(Path.of(here(parts.group(3))), out.toString());
    }
  }

  /** The arguments as they would be given in the root folder of the checkout. */
  private static String[] arguments(String text) {
    return Stream.of(text.split(" ", -1)).map(GuidesTest::here).toArray(String[]::new);
  }

  private static String here(String argument) {
    String own = argument.replace("/tmp/", temporary + "/");
    boolean path = argument.contains("/") && Files.exists(Checkout.root().resolve(argument));
    return path ? Checkout.root().resolve(argument).toString() : own;
  }
}
