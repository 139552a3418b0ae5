package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.conntrack.NatRange;

/** The options that NAT targets have in common. */
final class NatFlags {
  private NatFlags() {}

  static void write(NatRange range, OptionWriter out) {
    out.flag(range.random(), "--random").flag(range.fullyRandom(), "--random-fully");
    out.flag(range.persistent(), "--persistent");
  }
}
