package io.kubehop.dns.resolver;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.resolver.ResolutionListener;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The resolver of a host: its C library, with the files that it reads.
 *
 * <pre>{@code
 * StubResolver resolver = new StubResolver(pod, resolvConf, hostsFile, Libc.GLIBC);
 * LookupResult result = resolver.lookUp("cart", List.of(RecordType.A)).complete();
 * }</pre>
 */
public final class StubResolver implements Resolver {
  /** What programs ask for that take addresses of either family. */
  public static final List<RecordType> BOTH_FAMILIES = List.of(RecordType.A, RecordType.AAAA);

  private final Host host;
  private final ResolvConf conf;
  private final HostsFile hosts;
  private final Libc libc;

  /** The resolver of a host with these files. */
  public StubResolver(Host host, ResolvConf conf, HostsFile hosts, Libc libc) {
    this.host = host;
    this.conf = conf;
    this.hosts = hosts;
    this.libc = libc;
  }

  /** The file that it reads. */
  public ResolvConf conf() {
    return conf;
  }

  /**
   * Prepares a look-up.
   *
   * @param name the name as a program has it; with a final dot the search list is not used
   * @param types one type, or {@link #BOTH_FAMILIES}, for which the questions go out together
   */
  public Lookup lookUp(String name, List<RecordType> types) {
    return new Lookup(host, new ResolverSettings(libc, conf), hosts, name, types);
  }

  @Override
  public void resolve(String name, ResolutionListener listener) {
    if (IpAddress.isAddress(name)) {
      List<IpAddress> itself = List.of(IpAddress.parse(name));
      listener.onResolved(new Resolution(name, itself, List.of(), "an address"));
      return;
    }
    Lookup lookup = lookUp(name, BOTH_FAMILIES);
    lookup.tell(
        result ->
            listener.onResolved(
                new Resolution(
                    name, addresses(result.answers()), result.queries(), result.detail())));
    lookup.begin();
  }

  /**
   * The addresses in the order in which {@code getaddrinfo} returns them (RFC 6724, 6): those that
   * the host has a source address for first, and IPv6 before IPv4; within a family the server's
   * order. That glibc prefers addresses on the host's own network is left out: it matters only
   * where Pods share one.
   */
  private List<IpAddress> addresses(List<ResourceRecord> records) {
    List<IpAddress> addresses = new ArrayList<>();
    for (ResourceRecord record : records) {
      IpAddress address = record.address();
      if (address != null && !addresses.contains(address)) {
        addresses.add(address);
      }
    }
    addresses.sort(Comparator.comparingInt(this::rank));
    return addresses;
  }

  private int rank(IpAddress address) {
    boolean isReachable = host.sockets().sourceTowards(address) != null;
    return (isReachable ? 0 : 2) + (address.isV4() ? 1 : 0);
  }
}
