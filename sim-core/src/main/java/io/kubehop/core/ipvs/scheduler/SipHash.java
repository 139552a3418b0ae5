package io.kubehop.core.ipvs.scheduler;

/**
 * SipHash-1-3 of four bytes, folded to 32 bits: the kernel's hsiphash on 64-bit machines
 * (lib/siphash.c).
 */
final class SipHash {
  private static final long LENGTH_4 = 4L << 56;

  private SipHash() {}

  /**
   * The hash of one little-endian word.
   *
   * @param key both halves of the 128-bit key
   */
  static int of(int word, long key) {
    long block = LENGTH_4 | Integer.toUnsignedLong(word);
    State state = new State(key);
    state.v3 ^= block;
    state.round();
    state.v0 ^= block;
    state.v2 ^= 0xff;
    state.round();
    state.round();
    state.round();
    return (int) (state.v0 ^ state.v1 ^ state.v2 ^ state.v3);
  }

  /** Small and never stored, so that the compiler keeps it in registers. */
  private static final class State {
    long v0;
    long v1;
    long v2;
    long v3;

    State(long key) {
      v0 = 0x736f6d6570736575L ^ key;
      v1 = 0x646f72616e646f6dL ^ key;
      v2 = 0x6c7967656e657261L ^ key;
      v3 = 0x7465646279746573L ^ key;
    }

    void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
