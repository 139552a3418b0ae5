package io.kubehop.core.time;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time: a clock, the pending events, and everything random. Single-threaded; the same seed
 * and the same calls give the same run, down to the last bit.
 *
 * <p>Times are nanoseconds since the start of the simulation.
 */
public final class Simulation implements Digestible {
  private final Journal journal = new Journal();
  private final LongCell now = new LongCell(journal, 0);
  private final LongCell nextSequence = new LongCell(journal, 0);
  private final RefCell<EventQueue> queue = new RefCell<>(journal, new EventQueue(journal));
  private final NullableCell<Object> endedLeg = new NullableCell<>(journal);
  private final RandomStreams random;
  private final Choices choices = new Choices();
  private long activity;

  /** Starts at time 0 with nothing pending. */
  public Simulation(long seed) {
    random = new RandomStreams(journal, seed);
  }

  /** The journal that all state of this simulation logs to. */
  public Journal journal() {
    return journal;
  }

  /** The random streams of this simulation. */
  public RandomStreams random() {
    return random;
  }

  /** The branching choices of this simulation. */
  public Choices choices() {
    return choices;
  }

  /** Virtual time in nanoseconds. */
  public long now() {
    return now.get();
  }

  /**
   * Schedules an event for which a cluster waits before it counts as settled (a watch notification,
   * a reconcile, a proxy sync).
   *
   * @param delay nanoseconds from now, not negative
   * @return a ticket for {@link #cancel}
   */
  public long scheduleWork(
      long delay, EventHandler handler, int kind, long operand, @Nullable Object payload) {
    return schedule(delay, true, handler, kind, operand, payload);
  }

  /**
   * Schedules an event for which nobody waits: a time-out, a periodic task, a packet in flight.
   *
   * @param delay nanoseconds from now, not negative
   * @return a ticket for {@link #cancel}
   */
  public long scheduleTimer(
      long delay, EventHandler handler, int kind, long operand, @Nullable Object payload) {
    return schedule(delay, false, handler, kind, operand, payload);
  }

  private long schedule(
      long delay,
      boolean work,
      EventHandler handler,
      int kind,
      long operand,
      @Nullable Object payload) {
    if (delay < 0) {
      throw new IllegalArgumentException("delay " + delay + " ns is negative");
    }
    long sequence = nextSequence.get();
    nextSequence.set(sequence + 1);
    return queue
        .get()
        .add(now.get() + delay, sequence, activity, work, handler, kind, operand, payload);
  }

  /**
   * The activity that runs now. What an event causes belongs to the activity of the event, so that
   * an onlooker can tell the packets of one connection, proxies and look-ups included, from all
   * others. Nothing that happens depends on it; 0 where nobody asked to tell.
   */
  public long activity() {
    return activity;
  }

  /** Does something as an activity of its own. */
  public <T> T asActivity(Supplier<T> action) {
    long outer = activity;
    activity = nextSequence.get();
    nextSequence.set(activity + 1);
    try {
      return action.get();
    } finally {
      activity = outer;
    }
  }

  /** Takes back an event. Returns false if it has run or was cancelled before. */
  public boolean cancel(long ticket) {
    return queue.get().cancel(ticket);
  }

  /** Due time of the earliest pending event; {@code Long.MAX_VALUE} if there is none. */
  public long nextEventTime() {
    return queue.get().nextTime();
  }

  /** Runs the earliest pending event at its time. Returns false if there is none. */
  public boolean runNext() {
    EventQueue pending = queue.get();
    if (pending.isEmpty()) {
      return false;
    }
    now.set(pending.nextTime());
    long outer = activity;
    activity = pending.nextActivity();
    try {
      pending.runFirst();
    } finally {
      activity = outer;
    }
    return true;
  }

  /** Runs everything that is due up to a time, and turns the clock to it. */
  public void runUntil(long time) {
    while (nextEventTime() <= time) {
      runNext();
    }
    if (time > now.get()) {
      now.set(time);
    }
  }

  /** Whether no work is pending. */
  public boolean isSettled() {
    return !queue.get().hasWork();
  }

  /**
   * Runs events in order until no work is pending. Timers that come due on the way run too.
   *
   * @param limit a time after which to give up, so that controllers that chase each other do not
   *     run for ever
   * @return whether it settled
   */
  public boolean runUntilSettled(long limit) {
    while (!isSettled()) {
      if (nextEventTime() > limit) {
        return false;
      }
      runNext();
    }
    return true;
  }

  /**
   * An application says that a leg (one look-up or one connection of its own) is over. While
   * exploring, branches whose legs ended with equal results go on as one.
   *
   * @param result what the application got; equal results must lead to equal behaviour
   */
  public void endLeg(Object result) {
    if (choices.script() != null) {
      endedLeg.set(result);
    }
  }

  @Nullable Object endedLeg() {
    return endedLeg.get();
  }

  void clearEndedLeg() {
    endedLeg.set(null);
  }

  /** Puts what is pending aside; rolling the journal back brings it back. */
  void startEmptyQueue() {
    queue.set(new EventQueue(journal));
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(now.get()).add(nextSequence.get()).add(queue.get()).add(random);
  }
}
