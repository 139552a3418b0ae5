package io.kubehop.jmh;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Simulation;
import java.util.Comparator;
import java.util.PriorityQueue;
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
 * a given number of events pending. One delay in sixteen is a time-out of 30 s, the others are hops
 * of microseconds. Baselines: {@link PriorityQueue} and {@link TreeSet} of event objects in the
 * same total order.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar EventStep -prof gc}; unit: ns per step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventStepBenchmark {
  private static final long TIME_OUT = 30_000_000_000L;
  private static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::time).thenComparingLong(Event::sequence);

  /** How many events are pending. */
  @Param({"100", "10000", "1000000"})
  public int pending;

  private final Simulation simulation = new Simulation(1);
  private final Rescheduler rescheduler = new Rescheduler();
  private final PriorityQueue<Event> priorityQueue = new PriorityQueue<>(ORDER);
  private final TreeSet<Event> treeSet = new TreeSet<>(ORDER);
  private long random = 1;
  private long sequence;

  private record Event(long time, long sequence) {}

  private final class Rescheduler implements EventHandler {
    @Override
    public void onEvent(int kind, long operand, @Nullable Object payload) {
      simulation.scheduleTimer(delay(), this, kind, operand, payload);
    }
  }

  private long delay() {
    random = random * 6364136223846793005L + 1442695040888963407L;
    long bits = random >>> 33;
    return (bits & 15) == 0 ? TIME_OUT : bits & 0xfffff;
  }

  /** Fills all three. */
  @Setup
  public void fill() {
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
