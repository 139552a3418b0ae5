package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * Something that a name stands for: the common form from which A, SRV and other records are made
 * (plugin/etcd/msg/service.go).
 *
 * @param key the full name of what it is, such as that of an endpoint
 * @param host an address, or a name
 * @param port the port; {@link NamedPort#UNKNOWN} if there is none, 0 where ports do not matter
 */
record Entry(DomainName key, String host, int port) {

  /** The address; null if it is a name. */
  @Nullable IpAddress address() {
    return IpAddress.isAddress(host) ? IpAddress.parse(host) : null;
  }
}
