package io.kubehop.kernel;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The kernel that runs the tests, and its tools. */
final class Kernel {
  private static final List<String> FOLDERS =
      List.of((System.getenv("PATH") + ":/usr/sbin:/sbin").split(File.pathSeparator));

  private Kernel() {}

  /**
   * Skips the test unless rules can be loaded into a network namespace here.
   *
   * @return kernel and iptables, for the record
   */
  static String require() {
    assumeTrue(has("ip"), "iproute2 is not installed");
    assumeTrue(has("iptables-restore"), "iptables is not installed");
    String user = Shell.tryWith("", "id", "-u").output().strip();
    assumeTrue("0".equals(user), "network namespaces need root");
    String probe = "khprobe" + ProcessHandle.current().pid();
    Shell.Result made = Shell.tryWith("", "ip", "netns", "add", probe);
    assumeTrue(made.exitCode() == 0, () -> "no network namespaces here: " + made.output());
    try {
      Shell.Result rules = Shell.tryWith("", in(probe, program("save"), "-t", "nat"));
      assumeTrue(rules.exitCode() == 0, () -> "no iptables in this kernel: " + rules.output());
    } finally {
      Shell.run("ip", "netns", "del", probe);
    }
    return "Linux " + Shell.run("uname", "-r").strip() + ", " + version();
  }

  /**
   * The back end to use where there is a choice: the one that the recorded facts were seen with.
   */
  static Backend backend() {
    return Backend.LEGACY.isInstalled() ? Backend.LEGACY : Backend.NFT;
  }

  private static String version() {
    return Shell.run(program("restore"), "--version").strip();
  }

  /**
   * The {@code iptables-restore} or {@code iptables-save} to use: the legacy back end where it is
   * installed, as the facts that the machine follows were seen with it.
   */
  static String program(String action) {
    String legacy = "iptables-legacy-" + action;
    return has(legacy) ? legacy : "iptables-" + action;
  }

  /** A command line that runs a program in a network namespace. */
  static String[] in(String namespace, String... command) {
    String[] line = new String[command.length + 4];
    List<String> prefix = List.of("ip", "netns", "exec", namespace);
    prefix.toArray(line);
    System.arraycopy(command, 0, line, prefix.size(), command.length);
    return line;
  }

  static boolean has(String program) {
    return FOLDERS.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
