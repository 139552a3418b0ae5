package io.kubehop.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventQueueTest {
  private final EventQueue queue = new EventQueue(new Journal());
  private final List<Long> ran = new ArrayList<>();

  private long add(long time, long sequence) {
    return queue.add(
        time, sequence, 0, false, (kind, own, payload) -> ran.add(own), 0, sequence, null);
  }

  @Test
  void what_is_left_of_many_cancelled_events_runs_in_order() {
    List<Long> tickets = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      tickets.add(add(i * 7919L % 1_000, i));
    }
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      if (i % 10 == 0) {
        expected.add((long) i);
      } else {
        assertThat(queue.cancel(tickets.get(i))).isTrue();
      }
    }
    expected.sort((a, b) -> Long.compare(a * 7919 % 1_000, b * 7919 % 1_000));

    while (!queue.isEmpty()) {
      queue.runFirst();
    }

    assertThat(ran).isEqualTo(expected);
  }

  @Test
  void an_event_that_schedules_another_one_for_now_lets_the_earlier_ones_go_first() {
    queue.add(5, 0, 0, false, (kind, operand, payload) -> add(5, 2), 0, 0, null);
    add(5, 1);

    while (!queue.isEmpty()) {
      queue.runFirst();
    }

    assertThat(ran).containsExactly(1L, 2L);
  }
}
