package io.kubehop.core.nftables.value;

import java.util.Arrays;

/**
 * One value, or several joined by a concatenation, each of up to 128 bits: the registers of the
 * kernel's nf_tables. Mutable, so that a packet's key is put together without allocation; one that
 * is stored in a set is a {@link #copy} and never changes.
 */
public final class Key {
  private long[] words;
  private int size;

  /** Makes an empty one. */
  public Key() {
    this(new long[8], 0);
  }

  private Key(long[] words, int size) {
    this.words = words;
    this.size = size;
  }

  /** A key of one number. */
  public static Key of(long low) {
    return of(0, low);
  }

  /** A key of one number of 128 bits. */
  public static Key of(long high, long low) {
    return new Key(new long[] {high, low}, 1);
  }

  /** The number of values. */
  public int size() {
    return size;
  }

  /** Forgets all values. */
  public Key clear() {
    size = 0;
    return this;
  }

  /** Forgets all values but the first ones. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** Joins a value on. */
  public void push(long high, long low) {
    if (2 * size == words.length) {
      words = Arrays.copyOf(words, Math.max(2, 2 * words.length));
    }
    words[2 * size] = high;
    words[2 * size + 1] = low;
    size++;
  }

  /** Joins all values of another key on. */
  public void pushAll(Key other) {
    for (int i = 0; i < other.size; i++) {
      push(other.high(i), other.low(i));
    }
  }

  /** The upper 64 bits of a value. */
  public long high(int index) {
    return words[2 * index];
  }

  /** The lower 64 bits of a value. */
  public long low(int index) {
    return words[2 * index + 1];
  }

  /** A key with the same values that nobody changes. */
  public Key copy() {
    return new Key(Arrays.copyOf(words, 2 * size), size);
  }

  /** Compares one value of this key with one of another, as unsigned numbers. */
  public int compare(int index, Key other) {
    int byHigh = Long.compareUnsigned(high(index), other.high(index));
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low(index), other.low(index));
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Key key) || key.size != size) {
      return false;
    }
    for (int i = 2 * size - 1; i >= 0; i--) {
      if (words[i] != key.words[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    long hash = size;
    for (int i = 0; i < 2 * size; i++) {
      hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(i == 0 ? "" : " . ");
      text.append(high(i) == 0 ? "" : Long.toHexString(high(i)) + ":");
      text.append(Long.toHexString(low(i)));
    }
    return text.toString();
  }
}
