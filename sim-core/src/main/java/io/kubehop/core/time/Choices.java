package io.kubehop.core.time;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The branching choices of the machine: those whose exact shares a user wants to know, such as a
 * rule's {@code statistic} match. A run takes the next value of the given stream; exploring follows
 * a script that goes through every way in turn. The code that chooses cannot tell the two apart.
 *
 * <p>Values that are merely <em>drawn</em> (source ports, DNS ids, jitter) do not come here; they
 * are taken from a {@link RandomStream} in either case.
 */
public final class Choices {
  private @Nullable ChoiceScript script;

  Choices() {}

  /**
   * Whether an event of probability {@code numerator / 2^bits} happens.
   *
   * @param bits from 1 to 62
   * @param numerator from 0 (never) to 2^bits (always)
   */
  public boolean chance(RandomStream stream, long numerator, int bits) {
    long total = 1L << bits;
    if (numerator <= 0 || numerator >= total) {
      return numerator > 0;
    }
    if (script == null) {
      return stream.nextBits(bits) < numerator;
    }
    return script.follow(2, i -> Share.of(i == 0 ? numerator : total - numerator, total)) == 0;
  }

  /**
   * One of {@code n} ways, as the kernel's {@code reciprocal_scale} spreads 32 random bits
   * (include/linux/kernel.h): way i has the share of those 32-bit numbers r for which {@code (r *
   * n) >> 32 == i}.
   */
  public int uniform(RandomStream stream, int n) {
    if (n <= 1) {
      return 0;
    }
    if (script == null) {
      return (int) ((stream.nextBits(32) * n) >>> 32);
    }
    return script.follow(n, i -> Share.of(firstOf(i + 1, n) - firstOf(i, n), 1L << 32));
  }

  /** One of several ways, each in proportion to its weight; at least one weight is positive. */
  public int weighted(RandomStream stream, long... weights) {
    int[] ways = new int[weights.length];
    int count = 0;
    long sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        ways[count++] = i;
        sum += weights[i];
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("no weight is positive");
    }
    if (count == 1) {
      return ways[0];
    }
    long total = sum;
    if (script != null) {
      return ways[script.follow(count, i -> Share.of(weights[ways[i]], total))];
    }
    long drawn = Long.remainderUnsigned(stream.nextLong(), total);
    int way = 0;
    while (drawn >= weights[ways[way]]) {
      drawn -= weights[ways[way]];
      way++;
    }
    return ways[way];
  }

  /**
   * What follows from the state is chosen, and is way 0; the other ways are those that another
   * state could have led to. A run goes way 0; exploring looks at the others too, which have no
   * share.
   */
  public int settled(int n) {
    if (n <= 1 || script == null) {
      return 0;
    }
    return script.follow(n, i -> i == 0 ? Share.ONE : Share.ZERO);
  }

  /** Whether ways are explored, and not one of them gone. */
  public boolean isExploring() {
    return script != null;
  }

  /**
   * Whose turn it is among {@code n} in rotation. A run takes the given one. Where a rotation
   * stands depends on everybody who uses it, and not on the connection that is asked about; so
   * exploring goes through all, each with the same share.
   */
  public int turn(int next, int n) {
    return script == null || n == 1 ? next : script.follow(n, i -> Share.of(1, n));
  }

  /** The smallest 32-bit r with {@code (r * n) >> 32 >= i}. */
  private static long firstOf(long i, long n) {
    return ((i << 32) + n - 1) / n;
  }

  @Nullable ChoiceScript script() {
    return script;
  }

  void follow(@Nullable ChoiceScript newScript) {
    script = newScript;
  }

  /** The shares of the ways at one point, asked for only along the way that is taken. */
  interface Shares extends IntFunction<Share> {}
}
