package io.kubehop.core.nftables.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that nft knows and that are not modelled: they and the rest of their rule are kept as
 * they are written.
 */
final class Unmodelled {
  private static final ImmutableSet<String> STATEMENTS =
      ImmutableSet.of(
          "queue",
          "dup",
          "fwd",
          "tproxy",
          "synproxy",
          "xt",
          "osf",
          "socket",
          "ipsec",
          "rt",
          "ah",
          "esp",
          "comp",
          "dccp",
          "udplite",
          "vlan",
          "arp",
          "ether",
          "dst",
          "frag",
          "hbh",
          "mh",
          "rt0",
          "rt2",
          "srh",
          "flow",
          "tunnel",
          "secmark",
          "symhash",
          "meter",
          "last",
          "igmp",
          "gre",
          "gretap",
          "geneve",
          "vxlan",
          "exthdr",
          "cpu",
          "skuid",
          "skgid",
          "rtclassid",
          "ibrname",
          "obrname",
          "iiftype",
          "oiftype",
          "iifgroup",
          "oifgroup",
          "nftrace",
          "pkttype",
          "cgroup",
          "bridge",
          "time",
          "day",
          "hour",
          "destroy");

  private static final ImmutableMap<String, ImmutableSet<String>> FIELDS =
      ImmutableMap.<String, ImmutableSet<String>>builder()
          .put("ip", ImmutableSet.of("id", "checksum", "option", "nexthop"))
          .put("ip6", ImmutableSet.of("flowlabel", "nexthop"))
          .put(
              "tcp",
              ImmutableSet.of(
                  "sequence",
                  "ackseq",
                  "doff",
                  "reserved",
                  "window",
                  "checksum",
                  "urgptr",
                  "option"))
          .put("udp", ImmutableSet.of("checksum"))
          .put("sctp", ImmutableSet.of("vtag", "checksum", "chunk"))
          .put("icmp", ImmutableSet.of("sequence", "mtu", "gateway", "checksum", "rest-of-header"))
          .put(
              "icmpv6",
              ImmutableSet.of(
                  "sequence",
                  "mtu",
                  "checksum",
                  "parameter-problem",
                  "packet-too-big",
                  "max-delay",
                  "taddr",
                  "daddr"))
          .put(
              "meta",
              ImmutableSet.of(
                  "cpu",
                  "iiftype",
                  "oiftype",
                  "priority",
                  "ibrname",
                  "obrname",
                  "cgroup",
                  "rtclassid",
                  "iifgroup",
                  "oifgroup",
                  "nftrace",
                  "secpath",
                  "ipsec",
                  "secmark",
                  "time",
                  "day",
                  "hour",
                  "sdif",
                  "sdifname",
                  "iifkind",
                  "oifkind",
                  "ibrpvid",
                  "ibrvproto",
                  "broute"))
          .put(
              "ct",
              ImmutableSet.of(
                  "helper",
                  "zone",
                  "label",
                  "bytes",
                  "packets",
                  "avgpkt",
                  "id",
                  "timeout",
                  "event",
                  "secmark",
                  "expectation",
                  "synproxy"))
          .buildOrThrow();

  private Unmodelled() {}

  /** Whether the next tokens begin such a statement. */
  static boolean begins(Cursor cursor) {
    Token first = cursor.peek();
    if (first.kind() != Token.Kind.WORD) {
      return false;
    }
    if (STATEMENTS.contains(first.text())) {
      return true;
    }
    ImmutableSet<String> fields = FIELDS.get(first.text());
    int second = cursor.peek(1).is("original") || cursor.peek(1).is("reply") ? 2 : 1;
    return fields != null && fields.contains(cursor.peek(second).text());
  }

  /** All of them, as rules write them. */
  static List<String> names() {
    List<String> names = new ArrayList<>();
    FIELDS.forEach((header, fields) -> fields.forEach(field -> names.add(header + " " + field)));
    names.addAll(STATEMENTS);
    return names;
  }
}
