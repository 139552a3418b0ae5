package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.AddressMask;
import java.util.ArrayList;
import java.util.List;

/** Addresses in rules. Host names are not looked up. */
final class AddressText {
  private AddressText() {}

  /** One address of a family. */
  static IpAddress read(Word word, String text, IpFamily family) {
    if (IpAddress.isAddress(text)) {
      IpAddress address = IpAddress.parse(text);
      if (address.family() == family) {
        return address;
      }
    }
    throw word.fault("'" + text + "' is not an " + name(family) + " address");
  }

  /** An address with or without a mask: {@code 10.0.0.0/8}, {@code 10.0.0.0/255.0.0.0}. */
  static AddressMask readMasked(Word word, String text, IpFamily family) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return AddressMask.of(read(word, text, family));
    }
    IpAddress address = read(word, text.substring(0, slash), family);
    String mask = text.substring(slash + 1);
    if (IpAddress.isAddress(mask) && IpAddress.parse(mask).family() == family) {
      return AddressMask.of(address, IpAddress.parse(mask));
    }
    Long length = NumberText.parse(mask);
    if (length == null || length < 0 || length > family.bits()) {
      throw word.fault(
          "'"
              + text
              + "': '"
              + mask
              + "' is no mask (a prefix length from 0 to "
              + family.bits()
              + ", or an address)");
    }
    return AddressMask.of(new Cidr(address, length.intValue()));
  }

  /** Several, separated by commas. */
  static List<AddressMask> readList(Word word, IpFamily family) {
    List<AddressMask> list = new ArrayList<>(1);
    for (String text : word.text().split(",", -1)) {
      list.add(readMasked(word, text, family));
    }
    return list;
  }

  /** An address and its mask; the mask is left out if it has all bits. */
  static String writeShort(AddressMask addresses) {
    return addresses.isSingle() ? addresses.address().toString() : addresses.toString();
  }

  private static String name(IpFamily family) {
    return family == IpFamily.IPV4 ? "IPv4" : "IPv6";
  }
}
