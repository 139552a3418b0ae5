package io.kubehop.core.time;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows every branching choice of an attempt and gives each result its exact share. The state of
 * the simulation afterwards is the state before: each way is run for real, then rolled back.
 *
 * <p>Exploring goes leg by leg (see {@link Simulation#endLeg}): the ways through a leg that hand
 * the application equal results are merged, and one of them stands for all in the next leg. So
 * choices in legs add where they would otherwise multiply.
 *
 * <p>Only events that the attempt itself causes run; whatever else was pending waits.
 */
public final class Explorer {
  /** The largest number of ways that are followed in one attempt. */
  public static final int BRANCH_LIMIT = 100_000;

  private final Simulation simulation;

  /** Explores attempts in a simulation. */
  public Explorer(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * All ways that an attempt can go, in a fixed order; their shares add up to exactly 1. Equal
   * results of different ways are not merged.
   *
   * @throws TooManyBranchesException beyond {@link #BRANCH_LIMIT}
   */
  public <R> List<Branch<R>> explore(Attempt<R> attempt) {
    if (simulation.choices().script() != null) {
      throw new IllegalStateException("exploring inside an exploration");
    }
    int mark = simulation.journal().savepoint();
    try {
      simulation.startEmptyQueue();
      List<Branch<R>> branches = new ArrayList<>();
      exploreLeg(attempt, attempt::begin, Share.ONE, branches);
      return branches;
    } finally {
      simulation.choices().follow(null);
      simulation.journal().rollback(mark);
    }
  }

  private <R> void exploreLeg(
      Attempt<R> attempt, Runnable start, Share share, List<Branch<R>> branches) {
    Map<Object, Leg> legs = new LinkedHashMap<>();
    ChoiceScript script = new ChoiceScript();
    int ways = 0;
    do {
      if (++ways + branches.size() > BRANCH_LIMIT) {
        throw new TooManyBranchesException(BRANCH_LIMIT);
      }
      int mark = simulation.journal().savepoint();
      R result = run(attempt, start, script);
      Object legResult = simulation.endedLeg();
      if (result != null) {
        branches.add(new Branch<>(share.times(script.share()), result));
      } else if (legResult != null) {
        legs.computeIfAbsent(legResult, r -> new Leg(script.copy())).add(script.share());
      }
      simulation.journal().rollback(mark);
    } while (script.advance());
    for (Leg leg : legs.values()) {
      int mark = simulation.journal().savepoint();
      leg.representative.rewind();
      run(attempt, start, leg.representative);
      exploreLeg(attempt, simulation::clearEndedLeg, share.times(leg.share), branches);
      simulation.journal().rollback(mark);
    }
  }

  /** Runs one way to the end of the attempt or of its current leg. */
  private <R> @Nullable R run(Attempt<R> attempt, Runnable start, ChoiceScript script) {
    simulation.choices().follow(script);
    start.run();
    R result = attempt.result();
    while (result == null && !legIsOver(script)) {
      if (!simulation.runNext()) {
        throw new IllegalStateException("the attempt ran out of events without a result");
      }
      result = attempt.result();
    }
    return result;
  }

  /** A leg in which nothing was chosen has nothing to merge: the next one continues it. */
  private boolean legIsOver(ChoiceScript script) {
    if (simulation.endedLeg() == null) {
      return false;
    }
    if (script.hasBegun()) {
      return true;
    }
    simulation.clearEndedLeg();
    return false;
  }

  private static final class Leg {
    final ChoiceScript representative;
    Share share = Share.ZERO;

    Leg(ChoiceScript representative) {
      this.representative = representative;
    }

    void add(Share more) {
      share = share.plus(more);
    }
  }
}
