package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Protocol;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of IP protocols, as Debian's /etc/protocols has them, with which iptables-save prints.
 */
final class ProtocolText {
  private static final String TABLE =
      "1 icmp 2 igmp 3 ggp 4 ipencap 5 st 6 tcp 8 egp 9 igp 12 pup 17 udp 20 hmp 22 xns-idp 27 rdp 29 iso-tp4"
          + " 33 dccp 36 xtp 37 ddp 38 idpr-cmtp 41 ipv6 43 ipv6-route 44 ipv6-frag 45 idrp 46 rsvp 47 gre 50 esp"
          + " 51 ah 57 skip 58 ipv6-icmp 59 ipv6-nonxt 60 ipv6-opts 73 rspf 81 vmtp 88 eigrp 89 ospf 93 ax.25"
          + " 94 ipip 97 etherip 98 encap 103 pim 108 ipcomp 112 vrrp 115 l2tp 124 isis 132 sctp 133 fc"
          + " 135 mobility-header 136 udplite 137 mpls-in-ip 138 manet 139 hip 140 shim6 141 wesp 142 rohc";
  private static final ImmutableMap<Integer, String> NAMES = names();
  private static final ImmutableMap<String, Integer> NUMBERS = numbers();

  private ProtocolText() {}

  /** The number that {@code -p} takes: a name in any case, or a number. */
  static int read(Word word) {
    Integer known = NUMBERS.get(word.text().toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    Long number = NumberText.parse(word.text());
    if (number == null || number > 255 || number < 0) {
      throw word.fault(
          "'" + word.text() + "' is no protocol (a name such as tcp, or a number from 0 to 255)");
    }
    return number.intValue();
  }

  /** The name of a number, or the number if it has none. */
  static String write(int number) {
    String name = NAMES.get(number);
    return name == null ? Integer.toString(number) : name;
  }

  /** The protocol whose match extension has a name. */
  static Protocol protocol(String extension) {
    return Protocol.valueOf(extension.toUpperCase(Locale.ROOT));
  }

  /** The name of a protocol. */
  static String write(Protocol protocol) {
    return write(protocol.number());
  }

  /**
   * The name of the match extension that options of a protocol belong to, or null if it has none.
   */
  static @Nullable String extension(int number) {
    return switch (number) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      case 33 -> "dccp";
      case 58 -> "icmp6";
      case 132 -> "sctp";
      default -> null;
    };
  }

  private static ImmutableMap<Integer, String> names() {
    ImmutableMap.Builder<Integer, String> names = ImmutableMap.builder();
    String[] words = TABLE.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      names.put(Integer.valueOf(words[i]), words[i + 1]);
    }
    return names.buildOrThrow();
  }

  private static ImmutableMap<String, Integer> numbers() {
    ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
    names().forEach((number, name) -> numbers.put(name, number));
    numbers.put("all", 0).put("ip", 0).put("icmpv6", 58).put("ipsec-esp", 50).put("ipsec-ah", 51);
    return numbers.put("mh", 135).put("ip-encap", 4).buildOrThrow();
  }
}
