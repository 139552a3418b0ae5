package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * What NAT targets translate to: {@code 10.0.0.1-10.0.0.9:80-90/2000}, {@code [fd00::1]:80}, {@code
 * :53}.
 */
final class NatRangeText {
  private NatRangeText() {}

  /** Addresses, ports, or both. */
  static NatRange read(Word word, Options options) {
    String text = word.text();
    IpFamily family = options.family();
    String addresses;
    String ports;
    if (text.startsWith("[") && text.indexOf(']') > 0) {
      addresses = text.substring(1, text.indexOf(']'));
      String rest = text.substring(text.indexOf(']') + 1);
      ports = rest.startsWith(":") ? rest.substring(1) : rest;
    } else {
      int colon = family == IpFamily.IPV4 || text.startsWith(":") ? text.indexOf(':') : -1;
      addresses = colon < 0 ? text : text.substring(0, colon);
      ports = colon < 0 ? "" : text.substring(colon + 1);
    }
    if (addresses.isEmpty() && ports.isEmpty()) {
      throw word.fault("'" + text + "' is neither an address nor a port");
    }
    return withFlags(range(word, addresses, ports, family), options);
  }

  /** Ports only, as MASQUERADE and REDIRECT take them; none if the option was not given. */
  static NatRange readPorts(Options.@Nullable Given option, Options options) {
    NatRange range =
        option == null
            ? new NatRange(null, null, -1, -1, -1, false, false, false, -1)
            : range(option.value(), "", option.value().text(), options.family());
    return withFlags(range, options);
  }

  private static NatRange range(Word word, String addresses, String ports, IpFamily family) {
    IpAddress first = null;
    IpAddress last = null;
    if (!addresses.isEmpty()) {
      int dash = addresses.indexOf('-');
      first = AddressText.read(word, dash < 0 ? addresses : addresses.substring(0, dash), family);
      last = dash < 0 ? first : AddressText.read(word, addresses.substring(dash + 1), family);
    }
    Ports found = ports.isEmpty() ? Ports.NONE : Ports.read(word, ports);
    return new NatRange(first, last, found.from, found.to, found.base, false, false, false, -1);
  }

  private static NatRange withFlags(NatRange range, Options options) {
    return new NatRange(
        range.minAddress(),
        range.maxAddress(),
        range.minPort(),
        range.maxPort(),
        range.basePort(),
        options.has("random"),
        options.has("random-fully"),
        options.has("persistent"),
        -1);
  }

  /** The range as it is printed. */
  static String write(NatRange range) {
    StringBuilder text = new StringBuilder();
    IpAddress first = range.minAddress();
    if (first != null) {
      boolean brackets = range.mapsPorts() && !first.isV4();
      text.append(brackets ? "[" : "").append(first);
      text.append(first.equals(range.maxAddress()) ? "" : "-" + range.maxAddress());
      text.append(brackets ? "]" : "");
    }
    return range.mapsPorts()
        ? text.append(':').append(writePorts(range)).toString()
        : text.toString();
  }

  /** The ports as they are printed. */
  static String writePorts(NatRange range) {
    String ports = OptionWriter.range(range.minPort(), range.maxPort(), "-");
    return range.basePort() < 0 ? ports : ports + "/" + range.basePort();
  }

  private record Ports(int from, int to, int base) {
    static final Ports NONE = new Ports(-1, -1, -1);

    static Ports read(Word word, String text) {
      int slash = text.indexOf('/');
      String range = slash < 0 ? text : text.substring(0, slash);
      int dash = range.indexOf('-', 1);
      int from = port(word, dash < 0 ? range : range.substring(0, dash));
      int to = dash < 0 ? from : port(word, range.substring(dash + 1));
      if (from > to) {
        throw word.fault("'" + text + "': the first port is greater than the last");
      }
      return new Ports(from, to, slash < 0 ? -1 : port(word, text.substring(slash + 1)));
    }

    private static int port(Word word, String text) {
      int port = PortText.read(word, text);
      if (port == 0) {
        throw word.fault("'" + text + "' is not a port (a number from 1 to 65535)");
      }
      return port;
    }
  }
}
