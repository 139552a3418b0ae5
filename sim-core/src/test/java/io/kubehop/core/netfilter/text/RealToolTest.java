package io.kubehop.core.netfilter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.core.net.IpFamily;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The real iptables-restore and iptables-save, in a network namespace of their own, against our
 * reader and printer. Needs root, {@code unshare} and the legacy tools; skipped where they are
 * missing.
 */
class RealToolTest {

  @BeforeAll
  static void needsTheTools() {
    assumeTrue(
        run(
                "unshare -n sh -c 'iptables-legacy-save -V && iptables-legacy -S && ip6tables-legacy -S'",
                "")
            .contains("-P INPUT"),
        "no root, or no unshare, iptables-legacy or ip6tables-legacy here");
  }

  @Test
  void allRulesOfOurTableAreSavedAsWePrintThem() {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    for (String line : printed()) {
      String[] cells = line.split("\t", -1);
      if (needsMore(cells[1])) {
        continue;
      }
      String table = cells[0].substring(1);
      String family = cells[0].startsWith("6") ? "ip6tables-legacy" : "iptables-legacy";
      texts
          .computeIfAbsent(
              family + " " + table,
              k -> new StringBuilder("*" + table + "\n:X - [0:0]\n:Y - [0:0]\n"))
          .append("-A Y ")
          .append(cells[1])
          .append('\n');
    }
    texts.forEach(
        (key, text) -> {
          String tool = key.substring(0, key.indexOf(' '));
          assertSame(tool, text.append("COMMIT\n").toString());
        });
  }

  /** Needs another module, or a set, that a bare kernel may not have. */
  private static boolean needsMore(String rule) {
    return rule.contains("-m set") || rule.contains("-j SET") || rule.contains("nfacct");
  }

  /** The tool reads what we print, and prints it the same. */
  private static void assertSame(String tool, String text) {
    IpFamily family = tool.startsWith("ip6") ? IpFamily.IPV6 : IpFamily.IPV4;
    String ours = IptablesSave.print(IptablesSave.read(text, family));
    String command = "unshare -n sh -c '%1$s-restore 2>&1; %1$s-save'".formatted(tool);

    assertThat(TableTexts.of(run(command, text))).as(tool).isEqualTo(TableTexts.of(ours));
    assertThat(TableTexts.of(run(command, ours))).as(tool).isEqualTo(TableTexts.of(ours));
  }

  private static List<String> printed() {
    try (InputStream table =
        Objects.requireNonNull(
            RealToolTest.class.getResourceAsStream(
                "/io/kubehop/core/netfilter/syntax/printed.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String command, String input) {
    try {
      List<String> words = new ArrayList<>(List.of("sh", "-c", command));
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(10, TimeUnit.SECONDS);
      return output;
    } catch (IOException e) {
      return e.toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
