package io.kubehop.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private final Simulation simulation = new Simulation(7);
  private final RandomStream stream = simulation.random().stream("test");
  private int attempts;

  /** An attempt whose result is decided by one event. */
  private final class OneEvent implements Attempt<String>, EventHandler {
    private final NullableCell<String> result = new NullableCell<>(simulation.journal());
    private final Function<Choices, String> decide;

    OneEvent(Function<Choices, String> decide) {
      this.decide = decide;
    }

    @Override
    public void begin() {
      simulation.scheduleTimer(5, this, 0, 0, null);
    }

    @Override
    public void onEvent(int kind, long operand, @Nullable Object payload) {
      attempts++;
      result.set(decide.apply(simulation.choices()));
    }

    @Override
    public @Nullable String result() {
      return result.get();
    }
  }

  private List<Branch<String>> explore(Function<Choices, String> decide) {
    return new Explorer(simulation).explore(new OneEvent(decide));
  }

  @Test
  void everyCombinationOfChoicesIsFollowedOnce() {
    List<Branch<String>> branches =
        explore(
            choices ->
                choices.chance(stream, 1L << 29, 31)
                    ? "first"
                    : "second " + choices.weighted(stream, 1, 0, 2));

    assertThat(branches)
        .containsExactly(
            new Branch<>(Share.of(1, 4), "first"),
            new Branch<>(Share.of(1, 4), "second 0"),
            new Branch<>(Share.of(1, 2), "second 2"));
  }

  @Test
  void sharesOfAUniformChoiceAreTheKernelsToTheLastBit() {
    List<Branch<String>> branches = explore(choices -> "way " + choices.uniform(stream, 3));

    assertThat(branches)
        .extracting(Branch::share)
        .containsExactly(
            Share.of(1431655766L, 1L << 32),
            Share.of(1431655765L, 1L << 32),
            Share.of(1431655765L, 1L << 32));
  }

  @Test
  void choicesThatCannotGoOtherwiseAreNoBranches() {
    assertThat(
            explore(choices -> "" + choices.chance(stream, 0, 31) + choices.chance(stream, 8, 3)))
        .containsExactly(new Branch<>(Share.ONE, "falsetrue"));
  }

  @Test
  void whatWasPendingWaitsAndTheStateIsAsBefore() {
    simulation.scheduleWork(
        1,
        (kind, operand, payload) -> {
          throw new IllegalStateException("ran");
        },
        0,
        0,
        null);
    long before = new StateDigest().add(simulation).value();

    explore(choices -> "drawn " + stream.nextInt(1000) + choices.chance(stream, 1, 1));

    assertThat(new StateDigest().add(simulation).value()).isEqualTo(before);
    assertThat(simulation.isSettled()).isFalse();
  }

  @Test
  void aRunDrawsFromTheStreamAndTheShareIsWhatItTendsTo() {
    int happened = 0;
    for (int i = 0; i < 10_000; i++) {
      happened += simulation.choices().chance(stream, 3, 3) ? 1 : 0;
    }
    assertThat(happened).isBetween(3_600, 3_900);
  }

  @Test
  void tooManyBranchesAreRefused() {
    assertThatThrownBy(
            () ->
                explore(
                    choices -> "" + choices.uniform(stream, 400) + choices.uniform(stream, 400)))
        .isInstanceOf(TooManyBranchesException.class);
  }

  /**
   * Two legs with 40 ways each, of which the application sees two results: 40 + 2 * 40 ways, not
   * 1600.
   */
  private final class TwoLegs implements Attempt<String>, EventHandler {
    private final NullableCell<String> result = new NullableCell<>(simulation.journal());

    @Override
    public void begin() {
      simulation.scheduleTimer(1, this, 0, 0, null);
    }

    @Override
    public void onEvent(int kind, long operand, @Nullable Object payload) {
      attempts++;
      int way = simulation.choices().uniform(stream, 40) % 2;
      if (kind == 0) {
        simulation.endLeg("leg " + way);
        simulation.scheduleTimer(1, this, 1, way, null);
      } else {
        result.set(operand + "/" + way);
      }
    }

    @Override
    public @Nullable String result() {
      return result.get();
    }
  }

  @Test
  void legsThatEndAlikeGoOnAsOne() {
    List<Branch<String>> branches = new Explorer(simulation).explore(new TwoLegs());

    assertThat(branches).hasSize(80);
    assertThat(branches.stream().map(Branch::share).reduce(Share.ZERO, Share::plus))
        .isEqualTo(Share.ONE);
    Share both =
        branches.stream()
            .filter(branch -> branch.result().equals("1/0"))
            .map(Branch::share)
            .reduce(Share.ZERO, Share::plus);
    assertThat(both.toDouble()).isCloseTo(0.25, org.assertj.core.data.Offset.offset(1e-8));
    assertThat(attempts).isLessThan(400);
  }

  /** A leg without any choice, then one with a choice of two. */
  private final class LateChoice implements Attempt<Integer>, EventHandler {
    private final NullableCell<Integer> result = new NullableCell<>(simulation.journal());

    @Override
    public void begin() {
      simulation.scheduleTimer(1, this, 0, 0, null);
    }

    @Override
    public void onEvent(int kind, long operand, @Nullable Object payload) {
      if (kind == 0) {
        simulation.endLeg("arrived");
        simulation.scheduleTimer(0, this, 1, 0, null);
      } else {
        result.set(simulation.choices().uniform(stream, 2));
      }
    }

    @Override
    public @Nullable Integer result() {
      return result.get();
    }
  }

  @Test
  void aLegThatEndsBeforeTheFirstChoiceChangesNoShare() {
    List<Branch<Integer>> branches = new Explorer(simulation).explore(new LateChoice());

    assertThat(branches).extracting(Branch::result).containsExactly(0, 1);
    assertThat(branches).extracting(branch -> branch.share().toDouble()).containsExactly(0.5, 0.5);
  }
}
