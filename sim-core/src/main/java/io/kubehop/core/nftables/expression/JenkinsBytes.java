package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/** Bob Jenkins' lookup3 over bytes, as {@code jhash} in include/linux/jhash.h has it. */
final class JenkinsBytes {
  private static final int INITVAL = 0xdeadbeef;

  private JenkinsBytes() {}

  /** The hash of the registers that the values of a key from {@code first} on fill. */
  static int hash(Key key, int first, List<ValueType> types, int seed) {
    int words = 0;
    for (ValueType type : types) {
      words += type.registerBytes() / 4;
    }
    int[] registers = new int[words];
    int at = 0;
    for (int i = 0; i < types.size(); i++) {
      at = put(registers, at, types.get(i), key.high(first + i), key.low(first + i));
    }
    return hash(registers, seed);
  }

  /**
   * A value in network order at the start of its registers, read as a little-endian machine does.
   */
  private static int put(int[] registers, int at, ValueType type, long high, long low) {
    int bytes = (type.bits() + 7) / 8;
    for (int i = 0; i < bytes; i++) {
      int fromEnd = bytes - 1 - i;
      long value = fromEnd < 8 ? low >>> (8 * fromEnd) : high >>> (8 * (fromEnd - 8));
      registers[at + i / 4] |= (int) (value & 0xff) << (8 * (i % 4));
    }
    return at + type.registerBytes() / 4;
  }

  private static int hash(int[] k, int seed) {
    int a = INITVAL + 4 * k.length + seed;
    int b = a;
    int c = a;
    int at = 0;
    while (k.length - at > 3) {
      a += k[at];
      b += k[at + 1];
      c += k[at + 2];
      a -= c;
      a ^= Integer.rotateLeft(c, 4);
      c += b;
      b -= a;
      b ^= Integer.rotateLeft(a, 6);
      a += c;
      c -= b;
      c ^= Integer.rotateLeft(b, 8);
      b += a;
      a -= c;
      a ^= Integer.rotateLeft(c, 16);
      c += b;
      b -= a;
      b ^= Integer.rotateLeft(a, 19);
      a += c;
      c -= b;
      c ^= Integer.rotateLeft(b, 4);
      b += a;
      at += 3;
    }
    int rest = k.length - at;
    a += k[at];
    b += rest > 1 ? k[at + 1] : 0;
    c += rest > 2 ? k[at + 2] : 0;
    return mixed(a, b, c);
  }

  private static int mixed(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = third;
    c ^= b;
    c -= Integer.rotateLeft(b, 14);
    a ^= c;
    a -= Integer.rotateLeft(c, 11);
    b ^= a;
    b -= Integer.rotateLeft(a, 25);
    c ^= b;
    c -= Integer.rotateLeft(b, 16);
    a ^= c;
    a -= Integer.rotateLeft(c, 4);
    b ^= a;
    b -= Integer.rotateLeft(a, 14);
    c ^= b;
    c -= Integer.rotateLeft(b, 24);
    return c;
  }
}
