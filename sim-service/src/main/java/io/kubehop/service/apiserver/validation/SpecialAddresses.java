package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.ArrayList;
import java.util.List;

/** Addresses that make no sense as an endpoint or as an external IP (ValidateNonSpecialIP). */
final class SpecialAddresses {
  private static final Cidr MULTICAST_V4 = Cidr.parse("224.0.0.0/24");
  private static final Cidr MULTICAST_V6 = Cidr.parse("ff02::/16");

  private SpecialAddresses() {}

  /** Returns why an address may not be used; nothing if it may. */
  static List<String> reasons(IpAddress address, String asWritten) {
    List<String> reasons = new ArrayList<>();
    if (address.isAny()) {
      reasons.add("may not be unspecified (" + asWritten + ")");
    }
    if (address.isLoopback()) {
      reasons.add("may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    if (address.isLinkLocal()) {
      reasons.add("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if (MULTICAST_V4.contains(address) || MULTICAST_V6.contains(address)) {
      reasons.add("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
    return reasons;
  }
}
