package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.Checkout;
import io.kubehop.core.nftables.text.NftText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Captured rulesets of nftables, and those of the bank that {@code -Dkubehop.conformance} names:
 * what we print of them the real tool takes, and it lists the same as of the captured text. Texts
 * that this version of the tool itself refuses are left out.
 */
class CapturedTablesInKernelTest {
  private static final String NAMESPACE = "khnft" + ProcessHandle.current().pid();

  @Test
  void what_is_printed_of_a_capture_is_the_capture_to_the_real_tool() throws IOException {
    Kernel.require();
    assumeTrue(Kernel.has("nft"), "nftables is not installed");
    Shell.run("ip", "netns", "add", NAMESPACE);
    try {
      Shell.run(
          Kernel.in(NAMESPACE, "ip", "link", "add", "eth0", "type", "veth", "peer", "name", "far"));
      int taken = 0;
      List<String> different = new ArrayList<>();
      for (Path capture : captures()) {
        String text = Files.readString(capture);
        if (load(text).exitCode() == 0) {
          taken++;
          String listed = list();
          Shell.Result ours = load(NftText.print(NftText.read(text)));
          if (ours.exitCode() != 0 || !list().equals(listed)) {
            different.add(capture + ": " + ours.output());
          }
        }
      }
      assertThat(different).isEmpty();
      assertThat(taken).isGreaterThan(30);
    } finally {
      Shell.run("ip", "netns", "del", NAMESPACE);
    }
  }

  private static List<Path> captures() throws IOException {
    List<Path> roots = new ArrayList<>();
    roots.add(Checkout.root().resolve("src/test/resources/conformance"));
    String bank = System.getProperty("kubehop.conformance");
    if (bank != null) {
      roots.add(Path.of(bank, "dumps"));
    }
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".txt"))
            .filter(CapturedTablesInKernelTest::isNft)
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isNft(Path file) {
    try {
      return NftText.isNft(Files.readString(file));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Shell.Result load(String text) {
    return Shell.tryWith("flush ruleset\n" + text, Kernel.in(NAMESPACE, "nft", "-f", "-"));
  }

  private static String list() {
    return Shell.run(Kernel.in(NAMESPACE, "nft", "list", "ruleset"));
  }
}
