package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Makes records of entries (plugin/backend_lookup.go). */
final class ServiceRecords {
  private ServiceRecords() {}

  /** Address records of one family, each address once. */
  static List<ResourceRecord> addresses(
      List<Entry> entries, DomainName owner, RecordType type, long ttl) {
    Set<IpAddress> addresses = new LinkedHashSet<>();
    for (Entry entry : entries) {
      IpAddress address = entry.address();
      if (address != null && address.isV4() == type.equals(RecordType.A)) {
        addresses.add(address);
      }
    }
    return addresses.stream().map(a -> ResourceRecord.address(owner, ttl, a)).toList();
  }

  /**
   * Service records and the addresses of their targets.
   *
   * @param services the SRV records
   * @param additional the addresses
   */
  record Srv(List<ResourceRecord> services, List<ResourceRecord> additional) {}

  /**
   * SRV records of entries with addresses. All share 100 by weight, counted before those that say
   * the same are dropped.
   */
  static Srv srv(List<Entry> entries, DomainName owner, long ttl, long addressTtl) {
    List<ResourceRecord> services = new ArrayList<>();
    List<ResourceRecord> additional = new ArrayList<>();
    Set<Object> seen = new LinkedHashSet<>();
    int weight = Math.max(1, (int) Math.floor(100.0 / (100.0 * entries.size()) * 100));
    for (Entry entry : entries) {
      if (entry.port() != NamedPort.UNKNOWN) {
        DomainName target = entry.key();
        if (seen.add(new Target(target.toString(), entry.port(), ""))) {
          services.add(ResourceRecord.srv(owner, ttl, weight, entry.port(), target));
        }
        if (seen.add(new Target(target.toString(), 0, entry.host()))) {
          IpAddress address = Objects.requireNonNull(entry.address());
          additional.add(ResourceRecord.address(target, addressTtl, address));
        }
      }
    }
    return new Srv(services, additional);
  }

  private record Target(String name, int port, String address) {}
}
