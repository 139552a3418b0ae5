package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random rules on one node, and calls through them, in the real kernel and in ours: the same
 * answers.
 *
 * <p>{@code -Dkubehop.kernel.cases=N} makes N cases, {@code -Dkubehop.kernel.seed=S} begins at the
 * case of seed S; each case has the seed after the one before, so a long run can be resumed.
 */
class GeneratedRulesInKernelTest {
  private static final int CASES = Integer.getInteger("kubehop.kernel.cases", 40);
  private static final long FIRST_SEED = Long.getLong("kubehop.kernel.seed", 1);

  @Test
  void random_rules_do_in_the_kernel_what_they_do_here() {
    System.out.println(
        CASES + " random rule sets from seed " + FIRST_SEED + " in " + Kernel.require());
    List<String> differences = new ArrayList<>();
    try (Lab lab = Lab.open(GeneratedCase.NODE, GeneratedCase.CLIENT, GeneratedCase.PODS)) {
      Judge judge = new Judge(lab);
      for (long seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed++) {
        differences.addAll(judge.differences(seed));
      }
      System.out.println(judge);
    }
    assertThat(differences).as("differences from the kernel").isEmpty();
  }
}
