package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import java.util.ArrayList;
import java.util.List;

/**
 * The block of a {@code hosts} directive.
 *
 * @param inline the entries that are written in it
 * @param ttl the TTL of answers in seconds
 * @param reverse whether addresses have names
 * @param fallthrough zones whose unknown names are passed on
 * @param passesOtherTypes whether types other than A, AAAA and PTR are passed on even for known
 *     names
 */
record HostsOptions(
    List<String> inline, long ttl, boolean reverse, Zones fallthrough, boolean passesOtherTypes) {

  static HostsOptions of(Directive directive) {
    List<String> inline = new ArrayList<>();
    long ttl = 3600;
    boolean reverse = true;
    Zones fallthrough = Zones.NONE;
    boolean passesOtherTypes = false;
    for (Directive line : directive.block()) {
      switch (line.name()) {
        case "fallthrough" -> fallthrough = Site.fallthrough(line.args());
        case "fallthrough_unsupported" -> passesOtherTypes = true;
        case "no_reverse" -> reverse = false;
        case "ttl" -> ttl = line.intArg(0, 1, 65535);
        case "reload" -> {}
        default -> inline.add(entry(line, fallthrough));
      }
    }
    return new HostsOptions(inline, ttl, reverse, fallthrough, passesOtherTypes);
  }

  /** Entries have to stand before {@code fallthrough}. */
  private static String entry(Directive line, Zones fallthrough) {
    if (!fallthrough.names().isEmpty()) {
      throw line.unknownProperty();
    }
    return line.name() + " " + String.join(" ", line.args());
  }
}
