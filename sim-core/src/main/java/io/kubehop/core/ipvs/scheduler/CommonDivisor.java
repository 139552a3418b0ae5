package io.kubehop.core.ipvs.scheduler;

/** The greatest common divisor, of which 0 is the neutral element. */
final class CommonDivisor {
  private CommonDivisor() {}

  static int of(int a, int b) {
    int divisor = a;
    int rest = b;
    while (rest != 0) {
      int next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return divisor;
  }
}
