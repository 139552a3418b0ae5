package io.kubehop.kubeproxy.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.time.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncScheduleTest {
  private static final long SECOND = 1_000_000_000;
  private static final long START = SyncSchedule.START;

  private final Simulation simulation = new Simulation(1);
  private final List<String> syncs = new ArrayList<>();
  private final SyncSchedule schedule =
      new SyncSchedule(simulation, nodes -> syncs.add(simulation.now() + " " + nodes));

  @Test
  void proxiesThatStartTogetherWriteTogether() {
    schedule.add("a", SECOND);
    schedule.add("b", SECOND);
    simulation.runUntilSettled(SECOND);

    assertThat(syncs).containsExactly(START + " [a, b]");
  }

  @Test
  void theFirstChangeAfterAStartIsWrittenAtOnceAndTheNextAfterThePeriod() {
    schedule.add("a", SECOND);
    simulation.runUntil(SECOND / 2);
    schedule.request();
    simulation.runUntil(SECOND / 2 + 1);
    schedule.request();
    schedule.request();
    simulation.runUntil(10 * SECOND);
    schedule.request();
    simulation.runUntil(20 * SECOND);

    assertThat(syncs)
        .containsExactly(
            START + " [a]",
            SECOND / 2 + " [a]",
            SECOND / 2 + SECOND + " [a]",
            10 * SECOND + " [a]");
  }

  @Test
  void aNodeWithAChangeOfItsOwnGoesAheadAndJoinsTheOthersLater() {
    schedule.add("a", SECOND);
    schedule.add("b", SECOND);
    simulation.runUntil(SECOND);
    schedule.request("b");
    simulation.runUntil(SECOND + SECOND / 2);
    schedule.request();
    simulation.runUntil(10 * SECOND);
    schedule.request();
    simulation.runUntil(11 * SECOND);
    schedule.request();
    simulation.runUntil(20 * SECOND);

    assertThat(syncs)
        .containsExactly(
            START + " [a, b]",
            SECOND + " [b]",
            SECOND + SECOND / 2 + " [a]",
            2 * SECOND + " [b]",
            10 * SECOND + " [a]",
            10 * SECOND + " [b]",
            11 * SECOND + " [a, b]");
  }

  @Test
  void aStoppedProxyWritesNoMore() {
    schedule.add("a", SECOND);
    schedule.add("b", SECOND);
    schedule.remove("a");
    simulation.runUntilSettled(SECOND);
    schedule.remove("b");
    schedule.request();

    assertThat(simulation.isSettled()).isTrue();
    assertThat(syncs).containsExactly(START + " [b]");
  }

  @Test
  void nodesWithOtherPeriodsHaveTheirOwnTime() {
    schedule.add("a", SECOND);
    schedule.add("b", 3 * SECOND);
    simulation.runUntil(SECOND);
    schedule.request();
    simulation.runUntil(SECOND + 1);
    schedule.request();
    simulation.runUntil(10 * SECOND);

    assertThat(syncs.subList(2, syncs.size()))
        .containsExactly(
            SECOND + " [a]", SECOND + " [b]", 2 * SECOND + " [a]", 4 * SECOND + " [b]");
  }
}
