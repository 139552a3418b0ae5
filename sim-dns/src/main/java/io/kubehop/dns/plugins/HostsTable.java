package io.kubehop.dns.plugins;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.net.InetAddresses;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.message.DomainName;
import java.util.List;
import java.util.Optional;

/**
 * Names and addresses, as lines of {@code /etc/hosts} give them. Only looked up, never iterated.
 */
final class HostsTable {
  private final Zones zones;
  private final boolean reverse;
  private final ListMultimap<DomainName, IpAddress> v4 = ArrayListMultimap.create();
  private final ListMultimap<DomainName, IpAddress> v6 = ArrayListMultimap.create();
  private final ListMultimap<IpAddress, DomainName> names = ArrayListMultimap.create();

  HostsTable(Zones zones, boolean reverse) {
    this.zones = zones;
    this.reverse = reverse;
  }

  void addAll(String text) {
    text.lines().forEach(this::add);
  }

  private void add(String line) {
    int comment = line.indexOf('#');
    String[] words = (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
    String address = words[0].replaceFirst("%.*", "");
    if (!InetAddresses.isInetAddress(address)) {
      return;
    }
    for (int i = 1; i < words.length; i++) {
      Optional<DomainName> name = DomainName.parse(words[i]).map(DomainName::lower);
      if (name.isPresent() && zones.contain(name.get())) {
        add(IpAddress.parse(address), name.get());
      }
    }
  }

  private void add(IpAddress address, DomainName name) {
    (address.isV4() ? v4 : v6).put(name, address);
    if (reverse && !isWildcard(name)) {
      names.put(address, name);
    }
  }

  private static boolean isWildcard(DomainName name) {
    return name.toString().startsWith("*.");
  }

  /**
   * The addresses of a name; those of a wildcard in the place of its first label, if it has none.
   */
  List<IpAddress> addresses(DomainName name, IpFamily family) {
    ListMultimap<DomainName, IpAddress> table = family == IpFamily.IPV4 ? v4 : v6;
    List<IpAddress> own = table.get(name);
    if (!own.isEmpty() || name.labelCount() == 0) {
      return List.copyOf(own);
    }
    DomainName wildcard = name.last(name.labelCount() - 1).child("*");
    return wildcard == null ? List.of() : List.copyOf(table.get(wildcard));
  }

  boolean knows(DomainName name) {
    return !addresses(name, IpFamily.IPV4).isEmpty() || !addresses(name, IpFamily.IPV6).isEmpty();
  }

  List<DomainName> names(IpAddress address) {
    return List.copyOf(names.get(address));
  }
}
