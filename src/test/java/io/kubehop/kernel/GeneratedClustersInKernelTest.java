package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random clusters with the rules that kube-proxy writes for them, and connections to their Services
 * from Pods, nodes and outside, in the real kernel and in ours: the same endpoints, seen from the
 * same addresses, and the same refusals.
 *
 * <p>{@code -Dkubehop.kernel.clusters=N} makes N clusters, {@code -Dkubehop.kernel.seed=S} begins
 * with that of seed S.
 */
class GeneratedClustersInKernelTest {
  private static final int CLUSTERS = Integer.getInteger("kubehop.kernel.clusters", 100);
  private static final long FIRST_SEED = Long.getLong("kubehop.kernel.seed", 1);

  private static ClusterLab lab;

  @BeforeAll
  static void open() {
    System.out.println("clusters in " + Kernel.require());
    lab = ClusterLab.open();
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iptables", "nftables"})
  void connections_to_services_do_in_the_kernel_what_they_do_here(String mode) {
    lab.clear();
    ClusterJudge judge = new ClusterJudge(lab, mode);
    List<String> differences = new ArrayList<>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + CLUSTERS; seed++) {
      differences.addAll(judge.differences(seed));
    }
    System.out.println(CLUSTERS + " clusters in mode " + mode + ", " + judge);

    assertThat(differences).as("differences from the kernel").isEmpty();
  }
}
