package io.kubehop.core.time;

/**
 * One stream of random numbers, for one purpose. The generator is SplitMix64 (Steele, Lea, Flood
 * 2014): its whole state is one {@code long}, which a journal puts back as cheaply as a counter.
 */
public final class RandomStream {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final LongCell state;

  RandomStream(Journal journal, long seed) {
    this.state = new LongCell(journal, seed);
  }

  /** The next 64 random bits. */
  public long nextLong() {
    long next = state.get() + GOLDEN_GAMMA;
    state.set(next);
    return mix(next);
  }

  /** The next random bits as a number from 0 to 2^bits - 1. */
  public long nextBits(int bits) {
    return nextLong() >>> (64 - bits);
  }

  /** A number from 0 to bound - 1, all equally likely to within 2^-32 for bounds below 2^31. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + " is not positive");
    }
    return (int) ((nextBits(32) * bound) >>> 32);
  }

  /** A number from 0 (inclusive) to 1 (exclusive) with 53 random bits. */
  public double nextDouble() {
    return nextBits(53) * 0x1.0p-53;
  }

  long position() {
    return state.get();
  }

  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
