package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.netfilter.matches.PortRange;
import org.jspecify.annotations.Nullable;

/** Ports in rules: numbers, and the names of common services, which hand-written rules use. */
final class PortText {
  static final int MOST = 65_535;

  private static final ImmutableMap<String, Integer> SERVICES =
      ImmutableMap.<String, Integer>builder()
          .put("ftp-data", 20)
          .put("ftp", 21)
          .put("ssh", 22)
          .put("telnet", 23)
          .put("smtp", 25)
          .put("domain", 53)
          .put("bootps", 67)
          .put("bootpc", 68)
          .put("tftp", 69)
          .put("http", 80)
          .put("www", 80)
          .put("kerberos", 88)
          .put("pop3", 110)
          .put("sunrpc", 111)
          .put("auth", 113)
          .put("ntp", 123)
          .put("netbios-ns", 137)
          .put("netbios-dgm", 138)
          .put("netbios-ssn", 139)
          .put("imap2", 143)
          .put("imap", 143)
          .put("snmp", 161)
          .put("snmp-trap", 162)
          .put("bgp", 179)
          .put("ldap", 389)
          .put("https", 443)
          .put("microsoft-ds", 445)
          .put("submissions", 465)
          .put("isakmp", 500)
          .put("syslog", 514)
          .put("submission", 587)
          .put("ipp", 631)
          .put("ldaps", 636)
          .put("rsync", 873)
          .put("imaps", 993)
          .put("pop3s", 995)
          .put("openvpn", 1194)
          .put("nfs", 2049)
          .put("mysql", 3306)
          .put("ms-wbt-server", 3389)
          .put("ipsec-nat-t", 4500)
          .put("sip", 5060)
          .put("mdns", 5353)
          .put("postgresql", 5432)
          .put("http-alt", 8080)
          .buildOrThrow();

  private PortText() {}

  /** One port. */
  static int read(Word word, String text) {
    Integer service = SERVICES.get(text);
    return service != null ? service : (int) NumberText.read(word, text, 0, MOST, "a port");
  }

  /** The ports of an option such as {@code ! --dport 80:90}; every port if it was not given. */
  static PortRange read(Options.@Nullable Given option) {
    if (option == null) {
      return PortRange.ANY;
    }
    PortRange range = range(option.value(), option.value().text(), option.negated());
    // The tool prints nothing of an option that leaves out no port, and so loses its negation.
    return range.from() == 0 && range.to() == MOST ? PortRange.ANY : range;
  }

  /** Ports from one to another; either may be left out. */
  static PortRange range(Word word, String text, boolean inverted) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      int port = read(word, text);
      return new PortRange(inverted, port, port);
    }
    String first = text.substring(0, colon);
    String last = text.substring(colon + 1);
    int from = first.isEmpty() ? 0 : read(word, first);
    int to = last.isEmpty() ? MOST : read(word, last);
    if (from > to) {
      throw word.fault("'" + text + "': the first port is greater than the last");
    }
    return new PortRange(inverted, from, to);
  }

  /** {@code 80}, or {@code 80:90}. */
  static String write(PortRange range) {
    return OptionWriter.range(range.from(), range.to(), ":");
  }
}
