package io.kubehop.core.conntrack;

/** Bob Jenkins' lookup3 over 32-bit words, as include/linux/jhash.h has it. */
final class JenkinsHash {
  private static final int INITVAL = 0xdeadbeef;

  private JenkinsHash() {}

  /** The hash of four words ({@code jhash2} of length 4). */
  static int hash4(int k0, int k1, int k2, int k3, int initval) {
    int a = INITVAL + (4 << 2) + initval;
    int b = a;
    int c = a;
    a += k0;
    b += k1;
    c += k2;
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
    a += k3;
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
