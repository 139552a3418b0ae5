package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Random tables of nftables on one node, and calls through them, in the real kernel and in ours:
 * the same answers. Ours reads what {@code nft list ruleset} prints of them.
 *
 * <p>{@code -Dkubehop.kernel.nft.cases=N} makes N cases of IPv4 and a quarter as many of IPv6,
 * {@code -Dkubehop.kernel.nft.seed=S} begins at the case of seed S.
 */
class GeneratedTablesInKernelTest {
  private static final int CASES = Integer.getInteger("kubehop.kernel.nft.cases", 100);
  private static final long FIRST_SEED = Long.getLong("kubehop.kernel.nft.seed", 1);
  private static final int LABS = Integer.getInteger("kubehop.kernel.labs", 4);

  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger delivered = new AtomicInteger();

  @Test
  void random_tables_do_in_the_kernel_what_they_do_here() {
    assertThat(differences(AddressPlan.V4, CASES)).as("differences from the kernel").isEmpty();
  }

  @Test
  void random_tables_of_ipv6_do_in_the_kernel_what_they_do_here() {
    assertThat(differences(AddressPlan.V6, CASES / 4)).as("differences from the kernel").isEmpty();
  }

  private List<String> differences(AddressPlan plan, int cases) {
    String kernel = Kernel.require();
    assumeTrue(Kernel.has("nft"), "nftables is not installed");
    AtomicLong next = new AtomicLong(FIRST_SEED);
    ExecutorService workers = Executors.newFixedThreadPool(LABS);
    try {
      List<Future<List<String>>> findings = new ArrayList<>();
      for (int i = 0; i < LABS; i++) {
        findings.add(workers.submit(() -> work(plan, next, FIRST_SEED + cases)));
      }
      List<String> differences = new ArrayList<>();
      for (Future<List<String>> finding : findings) {
        differences.addAll(finding.get());
      }
      System.out.printf(
          "%d random tables of %s from seed %d in %s: %d calls, %d of them delivered%n",
          cases, plan.family(), FIRST_SEED, kernel, calls.get(), delivered.get());
      return differences;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private List<String> work(AddressPlan plan, AtomicLong next, long end) {
    List<String> differences = new ArrayList<>();
    try (Lab lab = Lab.open(plan.node(), plan.client(), plan.pods())) {
      NftJudge judge = new NftJudge(lab, plan);
      for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
        Judge.Finding finding = judge.judge(seed);
        calls.addAndGet(finding.calls());
        delivered.addAndGet(finding.delivered());
        if (!finding.difference().isEmpty()) {
          differences.add(finding.difference());
        }
      }
    }
    return differences;
  }
}
