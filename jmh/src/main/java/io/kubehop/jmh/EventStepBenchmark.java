package io.kubehop.jmh;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Simulation;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One event step: take the earliest event, run it, and schedule another one (the hold model), with
 * a given number of events pending. Delays are exponential, or those of a network: nine in ten are
 * hops of 1 to 100 µs, one in a hundred is a time-out of 30 s, the rest takes 1 to 10 ms.
 * Baselines: {@link PriorityQueue} and {@link TreeSet} of event objects in the same total order.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar EventStep -prof gc}; unit: ns per step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters first
public class EventStepBenchmark {
  private static final int DELAYS = 1 << 16;
  private static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::time).thenComparingLong(Event::sequence);

  /** How many events are pending. */
  @Param({"1000", "100000", "1000000"})
  public int pending;

  /** How long events wait. */
  @Param({"network", "exponential"})
  public String delays;

  private final Simulation simulation = new Simulation(1);
  private final Rescheduler rescheduler = new Rescheduler();
  private final PriorityQueue<Event> priorityQueue = new PriorityQueue<>(ORDER);
  private final TreeSet<Event> treeSet = new TreeSet<>(ORDER);
  private final long[] drawn = new long[DELAYS];
  private int next;
  private long sequence;

  private record Event(long time, long sequence) {}

  private final class Rescheduler implements EventHandler {
    @Override
    public void onEvent(int kind, long operand, @Nullable Object payload) {
      simulation.scheduleTimer(delay(), this, kind, operand, payload);
    }
  }

  private long delay() {
    next = (next + 1) & (DELAYS - 1);
    return drawn[next];
  }

  private static long network(SplittableRandom random) {
    int percent = random.nextInt(100);
    if (percent < 90) {
      return random.nextLong(1_000, 100_000);
    }
    return percent < 99 ? random.nextLong(1_000_000, 10_000_000) : 30_000_000_000L;
  }

  private static long exponential(SplittableRandom random) {
    return (long) (-50_000 * Math.log(1 - random.nextDouble()));
  }

  /** Draws the delays and fills all three. */
  @Setup
  public void fill() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < DELAYS; i++) {
      drawn[i] = delays.equals("network") ? network(random) : exponential(random);
    }
    for (int i = 0; i < pending; i++) {
      simulation.scheduleTimer(delay(), rescheduler, 0, 0, null);
      priorityQueue.add(new Event(delay(), sequence++));
      treeSet.add(new Event(delay(), sequence++));
    }
  }

  /** Ours. */
  @Benchmark
  public boolean kubehop() {
    return simulation.runNext();
  }

  /** The JDK's binary heap. */
  @Benchmark
  public boolean priorityQueue() {
    Event event = priorityQueue.remove();
    return priorityQueue.add(new Event(event.time + delay(), sequence++));
  }

  /** The JDK's red-black tree. */
  @Benchmark
  public Object treeSet() {
    Event event = treeSet.pollFirst();
    if (event != null) {
      treeSet.add(new Event(event.time + delay(), sequence++));
    }
    return event == null ? treeSet : event;
  }
}
