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

  /** Judges the cases of the seeds from one to before another; returns the differences. */
  List<String> judge(long firstSeed, long endSeed, List<Backend> labs) {
    AtomicLong nextSeed = new AtomicLong(firstSeed);
    ExecutorService workers = Executors.newFixedThreadPool(labs.size());
    try {
      List<Future<List<String>>> findings =
          labs.stream()
              .map(backend -> workers.submit(() -> work(backend, nextSeed, endSeed)))
              .toList();
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

  private List<String> work(Backend backend, AtomicLong nextSeed, long endSeed) {
    List<String> differences = new ArrayList<>();
    try (Lab lab = Lab.open(plan.node(), plan.client(), plan.pods(), backend)) {
      Judge judge = new Judge(lab, plan);
      for (long seed = nextSeed.getAndIncrement();
          seed < endSeed;
          seed = nextSeed.getAndIncrement()) {
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
