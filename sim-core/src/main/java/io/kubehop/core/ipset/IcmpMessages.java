package io.kubehop.core.ipset;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that ipset has for ICMP messages, each a type and a code (lib/icmp.c, lib/icmpv6.c of
 * ipset).
 */
final class IcmpMessages {
  private static final ImmutableMap<String, Integer> V4 =
      table(
          "echo-reply 0/0 network-unreachable 3/0 host-unreachable 3/1 protocol-unreachable 3/2 port-unreachable 3/3"
              + " fragmentation-needed 3/4 source-route-failed 3/5 network-unknown 3/6 host-unknown 3/7"
              + " network-prohibited 3/9 host-prohibited 3/10 TOS-network-unreachable 3/11 TOS-host-unreachable 3/12"
              + " communication-prohibited 3/13 host-precedence-violation 3/14 precedence-cutoff 3/15"
              + " source-quench 4/0 network-redirect 5/0 host-redirect 5/1 TOS-network-redirect 5/2"
              + " TOS-host-redirect 5/3 echo-request 8/0 router-advertisement 9/0 router-solicitation 10/0"
              + " ttl-zero-during-transit 11/0 ttl-zero-during-reassembly 11/1 ip-header-bad 12/0"
              + " required-option-missing 12/1 timestamp-request 13/0 timestamp-reply 14/0"
              + " address-mask-request 17/0 address-mask-reply 18/0");
  private static final ImmutableMap<String, Integer> V6 =
      table(
          "no-route 1/0 communication-prohibited 1/1 address-unreachable 1/3 port-unreachable 1/4 packet-too-big 2/0"
              + " ttl-zero-during-transit 3/0 ttl-zero-during-reassembly 3/1 bad-header 4/0 unknown-header-type 4/1"
              + " unknown-option 4/2 echo-request 128/0 echo-reply 129/0 router-solicitation 133/0"
              + " router-advertisement 134/0 neighbour-solicitation 135/0 neigbour-advertisement 136/0 redirect 137/0");

  private IcmpMessages() {}

  static @Nullable Integer named(String name, boolean v6) {
    return (v6 ? V6 : V4).get(name);
  }

  static String write(int message, boolean v6) {
    for (Map.Entry<String, Integer> entry : (v6 ? V6 : V4).entrySet()) {
      if (entry.getValue() == message) {
        return entry.getKey();
      }
    }
    return (message >> 8) + "/" + (message & 0xff);
  }

  private static ImmutableMap<String, Integer> table(String text) {
    ImmutableMap.Builder<String, Integer> table = ImmutableMap.builder();
    String[] words = text.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      int slash = words[i + 1].indexOf('/');
      int type = Integer.parseInt(words[i + 1].substring(0, slash));
      table.put(words[i], type << 8 | Integer.parseInt(words[i + 1].substring(slash + 1)));
    }
    return table.buildOrThrow();
  }
}
