package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Several {@link Judge}s with a {@link Lab} each, at work side by side: a case mostly waits for
 * packets that do not come.
 */
final class Court {
  private static final int PROGRESS = 100;

  private final AddressPlan plan;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger delivered = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  Court(AddressPlan plan) {
    this.plan = plan;
  }

  /**
   * Judges the cases of the seeds from one to before another; returns the differences. A seed
   * always goes to the same back end, whatever the number of labs.
   */
  List<String> judge(long firstSeed, long endSeed, List<Backend> backends, int labs) {
    List<AtomicLong> nextSeeds =
        backends.stream()
            .map(backend -> new AtomicLong(firstSeedOf(backend, backends, firstSeed)))
            .toList();
    int workersNeeded = Math.max(labs, backends.size());
    ExecutorService workers = Executors.newFixedThreadPool(workersNeeded);
    try {
      List<Future<List<String>>> findings = new ArrayList<>();
      for (int i = 0; i < workersNeeded; i++) {
        int which = i % backends.size();
        findings.add(
            workers.submit(
                () -> work(backends.get(which), nextSeeds.get(which), backends.size(), endSeed)));
      }
      List<String> differences = new ArrayList<>();
      for (Future<List<String>> finding : findings) {
        differences.addAll(finding.get());
      }
      return differences;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      workers.shutdownNow();
    }
  }

  private static long firstSeedOf(Backend backend, List<Backend> backends, long firstSeed) {
    int count = backends.size();
    return firstSeed + Math.floorMod(backends.indexOf(backend) - firstSeed, (long) count);
  }

  private List<String> work(Backend backend, AtomicLong nextSeed, int step, long endSeed) {
    List<String> differences = new ArrayList<>();
    try (Lab lab = Lab.open(plan.node(), plan.client(), plan.pods(), backend)) {
      Judge judge = new Judge(lab, plan);
      for (long seed = nextSeed.getAndAdd(step); seed < endSeed; seed = nextSeed.getAndAdd(step)) {
        Judge.Finding finding = judge.judge(seed);
        count(finding);
        if (!finding.difference().isEmpty()) {
          differences.add(backend + " " + finding.difference());
        }
      }
    }
    return differences;
  }

  private void count(Judge.Finding finding) {
    calls.addAndGet(finding.calls());
    delivered.addAndGet(finding.delivered());
    if (done.incrementAndGet() % PROGRESS == 0) {
      System.out.println("  " + this);
    }
  }

  @Override
  public String toString() {
    return done + " rule sets, " + calls + " calls, " + delivered + " of them delivered";
  }
}
