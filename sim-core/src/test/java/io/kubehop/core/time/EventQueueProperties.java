package io.kubehop.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The queue against a list that is sorted anew each time. */
class EventQueueProperties {
  private final Journal journal = new Journal();
  private final EventQueue queue = new EventQueue(journal);
  private final List<Long> ran = new ArrayList<>();
  private final EventHandler handler = (kind, operand, payload) -> ran.add(operand);
  private long sequence;

  private record Pending(long time, long sequence, long ticket) {}

  /**
   * Numbers below 40 schedule (at that time), the others run, cancel or are repeated inside a
   * rollback.
   */
  @Property
  void runsInOrderOfTimeAndThenOfScheduling(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 59) Integer> operations) {
    List<Pending> model = new ArrayList<>();
    for (int operation : operations) {
      if (operation < 40) {
        model.add(schedule(operation % 5));
      } else if (operation < 50 && !model.isEmpty()) {
        Pending first = earliest(model);
        model.remove(first);
        queue.runFirst();
        assertThat(ran.get(ran.size() - 1)).isEqualTo(first.sequence);
      } else if (!model.isEmpty()) {
        Pending cancelled = model.remove(operation % model.size());
        assertThat(queue.cancel(cancelled.ticket)).isTrue();
        assertThat(queue.cancel(cancelled.ticket)).isFalse();
      }
      disturbAndRollBack();
      long next = model.isEmpty() ? Long.MAX_VALUE : earliest(model).time;
      assertThat(queue.nextTime()).isEqualTo(next);
    }
    while (!queue.isEmpty()) {
      Pending first = earliest(model);
      model.remove(first);
      queue.runFirst();
      assertThat(ran.get(ran.size() - 1)).isEqualTo(first.sequence);
    }
    assertThat(model).isEmpty();
    assertThat(queue.hasWork()).isFalse();
  }

  private void disturbAndRollBack() {
    long before = new StateDigest().add(queue).value();
    int mark = journal.savepoint();
    int ranBefore = ran.size();
    long sequenceBefore = sequence;
    Pending late = schedule(3);
    schedule(0);
    queue.runFirst();
    if (!queue.cancel(late.ticket)) {
      schedule(1);
    }
    if (!queue.isEmpty()) {
      queue.runFirst();
    }
    journal.rollback(mark);
    sequence = sequenceBefore;
    ran.subList(ranBefore, ran.size()).clear();
    assertThat(new StateDigest().add(queue).value()).isEqualTo(before);
  }

  private Pending schedule(long time) {
    long own = sequence++;
    return new Pending(time, own, queue.add(time, own, 0, time == 2, handler, 0, own, null));
  }

  private static Pending earliest(List<Pending> model) {
    return model.stream()
        .min(Comparator.comparingLong(Pending::time).thenComparingLong(Pending::sequence))
        .orElseThrow();
  }
}
