package io.kubehop.kubeproxy.iptables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.Dump;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.RecordingKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real tools take the rules for 1,000 Services of every kind into a real kernel, in a network
 * namespace of their own, and give the same rules back.
 */
class KernelRestoreTest {
  @TempDir private Path folder;

  @BeforeAll
  static void needsRootAndTheTools() throws IOException, InterruptedException {
    assumeTrue(
        run("unshare -n sh -c 'iptables-restore --version && ip6tables-restore --version'") == 0,
        "needs root (for a network namespace), unshare and iptables");
  }

  @Test
  void theKernelTakesAndReturnsTheRulesOfAThousandServices() throws Exception {
    RecordingKernel node =
        ProxiedCluster.of(ServiceMix.nodes(), ServiceMix.services(1000)).node("a");

    for (IpFamily family : IpFamily.values()) {
      String tool = family == IpFamily.IPV4 ? "iptables" : "ip6tables";
      Path in = folder.resolve(tool + ".in");
      Path out = folder.resolve(tool + ".out");
      Files.writeString(in, node.text(family));

      int exit =
          run(
              "unshare -n sh -c '%1$s-restore < %2$s && %1$s-save > %3$s'"
                  .formatted(tool, in, out));

      assertThat(exit).as("exit code of " + tool + "-restore").isZero();
      assertThat(Dump.of(Files.readString(out)).chains())
          .isEqualTo(Dump.of(node.text(family)).chains());
    }
  }

  private static int run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }
}
