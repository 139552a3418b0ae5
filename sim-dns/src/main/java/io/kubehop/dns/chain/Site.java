package io.kubehop.dns.chain;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.message.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where a plugin is installed: what it may use of its server and of the machine.
 *
 * @param host the machine
 * @param recursion the server itself, to ask
 * @param zones the zones of the server block
 * @param nameservers those of {@code /etc/resolv.conf}
 * @param searches the search list of {@code /etc/resolv.conf}
 * @param files what can be read, text by path
 * @param findings takes what is given but not modelled
 */
public record Site(
    Host host,
    Recursion recursion,
    List<DomainName> zones,
    List<SocketAddress> nameservers,
    List<DomainName> searches,
    Map<String, String> files,
    Consumer<Finding> findings) {

  /** The simulation. */
  public Simulation simulation() {
    return host.simulation();
  }

  /** A random stream of this machine's server for one purpose. */
  public RandomStream random(String purpose) {
    return simulation().random().stream(host.name() + "/coredns/" + purpose);
  }

  /** The zones that arguments name; without arguments those of the server block. */
  public Zones zonesOf(List<String> args) {
    return args.isEmpty() ? new Zones(zones) : parseZones(args);
  }

  /** The zones for which a plugin falls through: those named, or all. */
  public static Zones fallthrough(List<String> args) {
    return args.isEmpty() ? Zones.ALL : parseZones(args);
  }

  private static Zones parseZones(List<String> args) {
    List<DomainName> names = new ArrayList<>();
    args.forEach(arg -> names.addAll(ZoneKey.parse(arg).zones()));
    return new Zones(names);
  }
}
