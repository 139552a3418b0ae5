package io.kubehop.core.ipvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerWheelTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long TICK = TimerWheel.TICK;

  @Test
  void onTimeIsOnTime() {
    assertThat(TimerWheel.ON_TIME.fires(5, 10 * SECOND)).isEqualTo(5 + 10 * SECOND);
  }

  /** The steps of kernel/time/timer.c at HZ=250. */
  @ParameterizedTest
  @CsvSource({
    "10, 256",
    "15, 256",
    "17, 2048",
    "30, 2048",
    "120, 2048",
    "300, 16384",
    "900, 16384",
    "1800, 131072",
    "10800, 1048576"
  })
  void lateByLessThanAStepThatGrowsWithTheTimeout(long seconds, long stepMillis) {
    long step = stepMillis * 1_000_000L;
    long least = Long.MAX_VALUE;
    long most = 0;
    for (long uptime = 0; uptime < step; uptime += step / 64) {
      long late = TimerWheel.ofUptime(uptime).fires(0, seconds * SECOND) - seconds * SECOND;
      least = Math.min(least, late);
      most = Math.max(most, late);
    }
    assertThat(least).isBetween(0L, step / 64 + TICK);
    assertThat(most).isBetween(step - step / 64 - TICK, step);
  }

  @Test
  void timersThatShareASlotFireTogether() {
    TimerWheel wheel = TimerWheel.ofUptime(3 * SECOND);
    assertThat(wheel.fires(SECOND / 10, 30 * SECOND)).isEqualTo(wheel.fires(0, 30 * SECOND));
  }

  @Test
  void theUptimeIsNotNegative() {
    assertThatThrownBy(() -> TimerWheel.ofUptime(-1)).hasMessage("uptime -1 ns is negative");
  }
}
