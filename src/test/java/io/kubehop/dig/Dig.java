package io.kubehop.dig;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The system's own {@code dig}. */
final class Dig {
  private Dig() {}

  /** Skips the test where there is none. */
  static void require() {
    List<String> folders = List.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator));
    assumeTrue(
        folders.stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, "dig"))),
        "dig is not installed (Debian: bind9-dnsutils)");
  }

  /** Asks a server on a loopback port, without extensions and with a single try. */
  static Seen ask(int port, String name, String type, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("dig", "-p", "" + port, "@127.0.0.1"));
    command.addAll(List.of("+noedns", "+noadflag", "+nocmd", "+nostats", "+tries=1", "+time=5"));
    command.addAll(List.of(options));
    command.addAll(List.of("-q", name, "-t", type));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return Seen.parse(output);
  }
}
