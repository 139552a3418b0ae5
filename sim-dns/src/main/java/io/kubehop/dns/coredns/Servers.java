package io.kubehop.dns.coredns;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.ZoneKey;
import io.kubehop.dns.corefile.Corefile;
import io.kubehop.dns.corefile.CorefileException;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.corefile.ServerBlock;
import io.kubehop.dns.kubernetes.ClusterView;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.server.DnsServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes servers of the blocks of a Corefile: one for each address and port. */
final class Servers {
  private static final int DNS_PORT = 53;

  private final Host host;
  private final CoreDnsSettings settings;
  private final ClusterView view;
  private final Map<String, String> files;
  private final Consumer<String> fatal;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Place, DnsServer> servers = new LinkedHashMap<>();

  Servers(
      Host host,
      CoreDnsSettings settings,
      ClusterView view,
      Map<String, String> files,
      Consumer<String> fatal) {
    this.host = host;
    this.settings = settings;
    this.view = view;
    this.files = files;
    this.fatal = fatal;
  }

  private record Place(@Nullable IpAddress address, int port) {}

  void build(Corefile corefile) {
    findings.addAll(corefile.findings());
    corefile.blocks().forEach(this::build);
  }

  List<DnsServer> all() {
    return List.copyOf(servers.values());
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void build(ServerBlock block) {
    Map<Integer, List<DomainName>> zonesByPort = new LinkedHashMap<>();
    List<DomainName> zones = new ArrayList<>();
    for (String key : block.keys()) {
      ZoneKey parsed = ZoneKey.parse(key);
      if (!parsed.transport().equals("dns")) {
        findings.add(
            new Finding(
                block.line(), "DNS over " + parsed.transport() + " is not modelled: " + key));
        continue;
      } else if (parsed.zones().isEmpty()) {
        throw new CorefileException(block.line(), "zone is not a valid domain name: " + key);
      }
      zones.addAll(parsed.zones());
      zonesByPort.computeIfAbsent(parsed.port(), port -> new ArrayList<>()).addAll(parsed.zones());
    }
    if (zones.isEmpty()) {
      return;
    }
    PluginChain chain = null;
    for (Map.Entry<Integer, List<DomainName>> entry : zonesByPort.entrySet()) {
      for (IpAddress address : addresses(block)) {
        DnsServer server = server(new Place(address.isAny() ? null : address, entry.getKey()));
        if (chain == null) {
          chain = chain(block, server, zones);
          chain.starting().forEach(server::tellStart);
        }
        add(block, server, chain, entry.getValue());
      }
    }
  }

  private DnsServer server(Place place) {
    return servers.computeIfAbsent(
        place, p -> new DnsServer("coredns", host, p.address(), p.port()));
  }

  /** However many addresses and ports a block has, its plugins are there once. */
  private PluginChain chain(ServerBlock block, DnsServer server, List<DomainName> zones) {
    PluginChain chain =
        new PluginChain(block, site(server, zones), view, settings.knowsExternalNames(), fatal);
    chain.setUp();
    return chain;
  }

  private void add(
      ServerBlock block, DnsServer server, PluginChain chain, List<DomainName> served) {
    for (DomainName zone : served) {
      if (server.serves(zone)) {
        throw new CorefileException(
            block.line(),
            "cannot serve dns://" + zone + ":" + server.port() + " - it is already defined");
      }
      server.add(zone, chain.chain());
    }
    if (chain.takesOtherClasses()) {
      server.takeOtherClasses();
    }
  }

  private Site site(Recursion recursion, List<DomainName> zones) {
    List<SocketAddress> nameservers =
        settings.nameservers().stream()
            .map(address -> new SocketAddress(address, DNS_PORT))
            .toList();
    List<DomainName> searches =
        settings.searches().stream().flatMap(text -> DomainName.parse(text).stream()).toList();
    return new Site(host, recursion, zones, nameservers, searches, files, findings::add);
  }

  /** The addresses of a {@code bind} directive; without one, the address that stands for all. */
  private List<IpAddress> addresses(ServerBlock block) {
    List<IpAddress> addresses = new ArrayList<>();
    for (Directive directive : block.directives()) {
      if (directive.name().equals("bind")) {
        for (String arg : directive.args()) {
          if (IpAddress.isAddress(arg)) {
            addresses.add(IpAddress.parse(arg));
          } else {
            findings.add(
                new Finding(directive.line(), "bind to an interface is not modelled: " + arg));
          }
        }
      }
    }
    return addresses.isEmpty() ? List.of(IpAddress.ANY_V4) : addresses;
  }
}
