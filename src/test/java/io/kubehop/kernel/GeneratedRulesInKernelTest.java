package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random rules on one node, and calls through them, in the real kernel and in ours: the same
 * answers.
 *
 * <p>{@code -Dkubehop.kernel.cases=N} makes N cases of IPv4 and a quarter as many of IPv6, {@code
 * -Dkubehop.kernel.seed=S} begins at the case of seed S; each case has the seed after the one
 * before, so a long run can be resumed. {@code -Dkubehop.kernel.labs=L} sets how many cases are
 * judged at the same time, half of them with each back end of iptables that is installed.
 */
class GeneratedRulesInKernelTest {
  private static final int CASES = Integer.getInteger("kubehop.kernel.cases", 200);
  private static final long FIRST_SEED = Long.getLong("kubehop.kernel.seed", 1);
  private static final int LABS = Integer.getInteger("kubehop.kernel.labs", 4);

  @Test
  void random_rules_do_in_the_kernel_what_they_do_here() {
    assertThat(differences(AddressPlan.V4, CASES)).as("differences from the kernel").isEmpty();
  }

  @Test
  void random_rules_of_ipv6_do_in_the_kernel_what_they_do_here() {
    assertThat(differences(AddressPlan.V6, CASES / 4)).as("differences from the kernel").isEmpty();
  }

  private static List<String> differences(AddressPlan plan, int cases) {
    String kernel = Kernel.require();
    assumeTrue(Kernel.has("ipset"), "ipset is not installed");
    assumeTrue(Kernel.has("conntrack"), "conntrack is not installed");
    System.out.printf(
        "%d random rule sets of %s from seed %d in %s%n", cases, plan.family(), FIRST_SEED, kernel);
    Court court = new Court(plan);
    List<String> differences = court.judge(FIRST_SEED, FIRST_SEED + cases, backends(), LABS);
    System.out.println(court);
    return differences;
  }

  private static List<Backend> backends() {
    return List.of(Backend.values()).stream().filter(Backend::isInstalled).toList();
  }
}
