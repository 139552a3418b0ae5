package io.kubehop.core.nftables.value;

import org.jspecify.annotations.Nullable;

/**
 * A type of values ({@code struct datatype} of the nft tool, src/datatype.c).
 *
 * @param name its name, as {@code type} of a set takes it
 * @param bits how many bits values have
 * @param notation how they are written
 * @param symbols names of values
 */
public record ValueType(String name, int bits, Notation notation, Symbols symbols) {

  /** A number of some bits without a name of its own, as a raw payload is. */
  public static ValueType integer(int bits) {
    return new ValueType("integer", bits, Notation.NUMBER, Symbols.NONE);
  }

  /**
   * Whether values are sets of bits, so that naming some bits asks whether any of them is set
   * (TYPE_BITMASK).
   */
  public boolean isBitmask() {
    return notation == Notation.FLAGS;
  }

  /** How many bytes a value takes in a register: a multiple of four. */
  public int registerBytes() {
    return (bits + 31) / 32 * 4;
  }

  /** The value that a word stands for, or null if it is none of this type. */
  public @Nullable Key read(String word) {
    Long number = symbols.number(word);
    if (number != null) {
      return Key.of(number);
    }
    Key read = notation.read(word);
    return read == null || !fits(read.high(0), read.low(0)) ? null : read;
  }

  private boolean fits(long high, long low) {
    if (bits >= 128) {
      return true;
    }
    return bits >= 64 ? high >>> (bits - 64) == 0 : high == 0 && low >>> bits == 0;
  }

  /** A value as it is written. */
  public String print(long high, long low) {
    if (notation == Notation.FLAGS) {
      return symbols.flags(low);
    }
    boolean named = high == 0 && notation != Notation.PLAIN && !symbols.isEmpty();
    String symbol = named ? symbols.name(low) : null;
    return symbol != null ? symbol : notation.print(high, low);
  }

  /** The largest value's upper 64 bits. */
  public long highMask() {
    return bits > 64 ? -1L >>> (128 - bits) : 0;
  }

  /** The largest value's lower 64 bits. */
  public long lowMask() {
    return bits >= 64 ? -1L : (1L << bits) - 1;
  }

  @Override
  public String toString() {
    return name;
  }
}
