package io.kubehop.kubeproxy.iptables;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The chance with which a rule takes one of so many endpoints, as kube-proxy writes it. */
final class Probability {
  private static final int DIGITS = 10;

  private Probability() {}

  /** One part in {@code count}, with 10 digits, the exact value of the double rounded half even. */
  static String oneIn(int count) {
    return new BigDecimal(1.0 / count).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
  }
}
