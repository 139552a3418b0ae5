package io.kubehop.core.time;

/**
 * A 64-bit digest over the state of a simulation, fed value by value in a fixed order. Two equal
 * states give equal digests in every JVM; it is used to check that exploring leaves no trace and
 * that two runs agree.
 */
public final class StateDigest {
  private long hash = 0x9E3779B97F4A7C15L;

  /** Starts with nothing added. */
  public StateDigest() {}

  /** Adds a number. */
  public StateDigest add(long value) {
    hash = RandomStream.mix(hash ^ value) + 0x9E3779B97F4A7C15L;
    return this;
  }

  /** Adds a text, by its UTF-16 code units and its length. */
  public StateDigest add(CharSequence text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
    return this;
  }

  /** Adds everything that a part of the state holds. */
  public StateDigest add(Digestible part) {
    part.digestTo(this);
    return this;
  }

  /** The digest of all that was added so far. */
  public long value() {
    return hash;
  }
}
