package io.kubehop.service.policy;

import io.kubehop.core.net.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The other sides of connections that a rule allows.
 *
 * @param everybody whether the rule names none, and so allows all
 * @param pods the addresses of the Pods that are selected now
 * @param blocks ranges of addresses
 */
record Peers(boolean everybody, Set<IpAddress> pods, List<AddressBlock> blocks) {
  static final Peers EVERYBODY = new Peers(true, new TreeSet<>(), List.of());

  boolean include(IpAddress address) {
    return everybody
        || pods.contains(address)
        || blocks.stream().anyMatch(block -> block.contains(address));
  }
}
