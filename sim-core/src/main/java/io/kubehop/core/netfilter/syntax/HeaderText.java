package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.Fragment;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.InterfaceName;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Source;

/** The conditions that need no {@code -m}. */
final class HeaderText {
  private static final int LONGEST_DEVICE = 15;

  private HeaderText() {}

  /** The name of an interface. */
  static InterfaceName device(Word word) {
    String name = word.text();
    if (name.isEmpty() || name.length() > LONGEST_DEVICE) {
      throw word.fault("'" + name + "' is no interface name (1 to 15 characters)");
    }
    return new InterfaceName(name);
  }

  static void write(Match match, OptionWriter out) {
    if (match instanceof Source source) {
      write(source.inverted(), "-s", source.addresses(), out);
    } else if (match instanceof Destination destination) {
      write(destination.inverted(), "-d", destination.addresses(), out);
    } else if (match instanceof InInterface in) {
      write(in.inverted(), "-i", in.name(), out);
    } else if (match instanceof OutInterface outgoing) {
      write(outgoing.inverted(), "-o", outgoing.name(), out);
    } else if (match instanceof IpProtocol protocol) {
      if (protocol.number() != 0) {
        out.option(protocol.inverted(), "-p", ProtocolText.write(protocol.number()));
      }
    } else if (match instanceof Fragment fragment) {
      out.flag(fragment.inverted(), "!").word("-f");
    }
  }

  private static void write(
      boolean inverted, String option, AddressMask addresses, OptionWriter out) {
    if (inverted || !addresses.isAny()) {
      out.option(inverted, option, addresses);
    }
  }

  private static void write(boolean inverted, String option, InterfaceName name, OptionWriter out) {
    if (!name.isAny()) {
      out.option(inverted, option, name);
    }
  }
}
