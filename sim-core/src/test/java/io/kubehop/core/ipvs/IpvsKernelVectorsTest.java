package io.kubehop.core.ipvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Replays recordings of real kernels: every server chosen, every answer to a refused client, every
 * count, list and state must be the kernel's. The folder is {@code -Dkubehop.ipvs.vectors=FOLDER},
 * else the project's own; its format is told in PROVENANCE.md there.
 *
 * <p>A timer of the kernel may fire late, by a time that depends on how long the machine was up. A
 * recording that looks into such a window is right if there is an uptime at which the timer wheel
 * gives just these choices.
 */
class IpvsKernelVectorsTest {
  private static final String TWOS = "twos-stats.json";
  private static final long SECOND = 1_000_000_000L;
  private static final long SLOT_OF_MINUTES = 16_384_000_000L;
  private static final long SLOT_OF_HOURS = 64 * SLOT_OF_MINUTES;

  private static Path folder() {
    String given = System.getProperty("kubehop.ipvs.vectors", "");
    return Path.of(given.isEmpty() ? "src/test/resources/ipvs/vectors" : given);
  }

  static List<Path> recordings() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.getFileName().toString().matches("[a-z]+-[0-9]+\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAreRecordings() {
    assertThat(recordings()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void everyChoiceIsTheKernels(Path recording) {
    VectorFile file = VectorFile.read(recording);
    JsonNode services = VectorFile.tree(recording).path("services");
    String difference = new VectorReplay(file, services, TimerWheel.ON_TIME).firstDifference();
    if (difference != null && !isRightAtSomeUptime(file, services)) {
      throw new AssertionError(difference);
    }
  }

  @Test
  void powerOfTwoChoicesSpreadsAsTheKernels() {
    Path recording = folder().resolve(TWOS);
    assumeThat(recording).exists();
    for (JsonNode run : VectorFile.tree(recording).path("runs")) {
      TwosCounts counts = new TwosCounts(run);
      assertThat(counts.resemble(run)).as("%s for %s", counts, run).isTrue();
    }
  }

  /**
   * Timeouts of minutes are looked at by the tick; for those of hours an eighth of a second does.
   */
  private static boolean isRightAtSomeUptime(VectorFile file, JsonNode services) {
    return file.hasWaits()
        && (isRightAtSomeUptime(file, services, SLOT_OF_MINUTES, TimerWheel.TICK)
            || isRightAtSomeUptime(file, services, SLOT_OF_HOURS, SECOND / 8));
  }

  private static boolean isRightAtSomeUptime(
      VectorFile file, JsonNode services, long end, long step) {
    for (long uptime = 0; uptime < end; uptime += step) {
      TimerWheel wheel = TimerWheel.ofUptime(uptime);
      if (new VectorReplay(file, services, wheel).firstDifference() == null) {
        return true;
      }
    }
    return false;
  }
}
