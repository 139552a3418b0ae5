package io.kubehop.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dump alone is enough for an answer: what it implies of its surroundings is assumed, and said.
 */
class ImpliedClusterTest {
  private static final String DUMP =
      """
      *nat
      :PREROUTING ACCEPT [0:0]
      :OUTPUT ACCEPT [0:0]
      :POSTROUTING ACCEPT [0:0]
      :WEB - [0:0]
      -A PREROUTING -d 10.96.0.10/32 -p tcp -m tcp --dport 80 -j WEB
      -A WEB -p tcp -j DNAT --to-destination 10.32.0.5:8080
      -A POSTROUTING -s 10.32.0.0/12 -o ens160 -j SNAT --to-source 172.16.9.4
      COMMIT
      *filter
      :INPUT DROP [0:0]
      :FORWARD ACCEPT [0:0]
      -A FORWARD -s 10.32.0.0/12 -d 10.32.7.7/32 -j REJECT
      -A FORWARD -i cni0 -j ACCEPT
      COMMIT
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private String rules = "";

  @BeforeEach
  void write() throws IOException {
    rules = "node-x=" + Files.writeString(folder.resolve("dump.txt"), DUMP);
  }

  private int trace(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "trace";
    args[1] = "--node-rules";
    args[2] = rules;
    System.arraycopy(more, 0, args, 3, more.length);
    return run(args);
  }

  private int run(String... args) {
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
    return KubeHop.run(streams, true, args);
  }

  @Test
  void a_dump_is_enough_for_an_answer() {
    assertThat(trace("--to", "tcp://10.96.0.10:80")).isZero();

    assertThat(out.toString()).contains("nat PREROUTING:1 > WEB:1", "delivered to 10.32.0.5:8080");
  }

  @Test
  void what_is_assumed_is_said_as_a_scenario() {
    trace("--to", "tcp://10.96.0.10:80");

    assertThat(err.toString())
        .contains("kind: Scenario", "cni: bridge", "podCIDRs: [\"10.32.0.0/12\"]", "172.16.9.4")
        .contains("interfaces that it does not have here, so that they do not match: ens160");
  }

  @Test
  void a_called_address_among_the_pods_answers_if_the_rules_let_it() {
    trace("--to", "tcp://10.32.7.8:5432");
    trace("--to", "tcp://10.32.7.7:5432");

    assertThat(out.toString()).contains("delivered to 10.32.7.8:5432", "rejected by");
  }

  @Test
  void without_rules_manifests_are_still_needed() {
    assertThat(run("trace", "--to", "tcp://10.96.0.10:80")).isEqualTo(2);

    assertThat(err.toString())
        .isEqualToIgnoringNewLines("error: Missing required option: '-f=PATH'");
  }
}
