package io.kubehop.dns.chain;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import org.jspecify.annotations.Nullable;

/** Names of addresses (RFC 1035, 3.5; RFC 3596, 2.5). */
public final class ReverseName {
  private static final String V4 = ".in-addr.arpa.";
  private static final String V6 = ".ip6.arpa.";

  private ReverseName() {}

  /** Whether a name is below one of the two reverse trees; their roots are not. */
  public static boolean isReverse(DomainName name) {
    String text = name.lowerText();
    return text.endsWith(V4) || text.endsWith(V6);
  }

  /** The address that a name stands for; null if it is not the name of a whole address. */
  public static @Nullable IpAddress address(DomainName name) {
    String text = name.lowerText();
    if (text.endsWith(V4)) {
      return parse(reversed(text.substring(0, text.length() - V4.length()), ".", 1));
    } else if (text.endsWith(V6)) {
      return parse(reversed(text.substring(0, text.length() - V6.length()), ":", 4));
    }
    return null;
  }

  private static String reversed(String labels, String separator, int groupSize) {
    String[] parts = labels.split("\\.", -1);
    StringBuilder address = new StringBuilder();
    for (int i = parts.length - 1; i >= 0; i--) {
      int done = parts.length - 1 - i;
      if (done > 0 && done % groupSize == 0) {
        address.append(separator);
      }
      address.append(parts[i]);
    }
    return address.toString();
  }

  private static @Nullable IpAddress parse(String text) {
    return IpAddress.isAddress(text) ? IpAddress.parse(text) : null;
  }

  /** The name of an address. */
  public static DomainName of(IpAddress address) {
    byte[] bytes = address.toBytes();
    StringBuilder name = new StringBuilder();
    for (int i = bytes.length - 1; i >= 0; i--) {
      int octet = bytes[i] & 0xff;
      if (address.isV4()) {
        name.append(octet).append('.');
      } else {
        name.append(Integer.toHexString(octet & 0xf)).append('.');
        name.append(Integer.toHexString(octet >>> 4)).append('.');
      }
    }
    return DomainName.of(name + (address.isV4() ? "in-addr.arpa." : "ip6.arpa."));
  }
}
