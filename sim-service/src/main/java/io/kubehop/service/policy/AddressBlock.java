package io.kubehop.service.policy;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.IPBlock;
import java.util.List;

/**
 * A range of addresses without some of its parts.
 *
 * @param range the range
 * @param except the parts that are left out
 */
record AddressBlock(Cidr range, List<Cidr> except) {

  static AddressBlock of(IPBlock block) {
    return new AddressBlock(
        Cidr.parse(block.cidr()), block.except().stream().map(Cidr::parse).toList());
  }

  boolean contains(IpAddress address) {
    return range.contains(address) && except.stream().noneMatch(part -> part.contains(address));
  }
}
