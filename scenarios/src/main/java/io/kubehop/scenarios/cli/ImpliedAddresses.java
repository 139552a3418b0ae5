package io.kubehop.scenarios.cli;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.targets.Dnat;
import io.kubehop.core.netfilter.targets.Snat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the rules of a node say about its surroundings: the addresses that they translate to, the
 * networks and interfaces that they name, and which address is probably the node's own.
 */
final class ImpliedAddresses {
  private static final Cidr DEFAULT_PODS = Cidr.parse("10.244.0.0/24");
  private static final IpAddress DEFAULT_NODE = IpAddress.parse("192.168.0.2");
  private static final int API_SERVER_PORT = 6443; // listens on nodes, not in Pods
  private static final int WIDEST = 8;
  private static final int NARROWEST = 29;

  private final Set<Endpoint> endpoints = new TreeSet<>();
  private final Set<Cidr> networks = new LinkedHashSet<>();
  private final Set<String> interfaces = new TreeSet<>();
  private final List<IpAddress> own = new ArrayList<>();

  /** An address, port and protocol that rules translate to; port 0 for those of the caller. */
  record Endpoint(IpAddress address, int port, Protocol protocol) implements Comparable<Endpoint> {
    @Override
    public int compareTo(Endpoint other) {
      int byAddress = address.compareTo(other.address);
      int byPort = byAddress != 0 ? byAddress : Integer.compare(port, other.port);
      return byPort != 0 ? byPort : protocol.compareTo(other.protocol);
    }
  }

  ImpliedAddresses(Ruleset rules) {
    for (TableName table : TableName.values()) {
      for (ChainRules chain : rules.chains(table)) {
        chain.rules().forEach(rule -> read(chain.name(), rule));
      }
    }
  }

  private void read(String chain, Rule rule) {
    Protocol protocol = Protocol.TCP;
    for (Match match : rule.matches()) {
      if (match instanceof Source source) {
        network(source.addresses());
      } else if (match instanceof Destination destination) {
        network(destination.addresses());
        if (chain.equals("INPUT") && !destination.inverted()) {
          own(destination.addresses());
        }
      } else if (match instanceof InInterface in) {
        interfaces.add(in.name().pattern());
      } else if (match instanceof OutInterface out) {
        interfaces.add(out.name().pattern());
      } else if (match instanceof IpProtocol asked && asked.number() == Protocol.UDP.number()) {
        protocol = Protocol.UDP;
      }
    }
    target(rule, protocol);
  }

  private void target(Rule rule, Protocol protocol) {
    if (rule.target() instanceof Dnat dnat) {
      IpAddress address = dnat.range().minAddress();
      if (address != null) {
        endpoints.add(new Endpoint(address, dnat.range().minPort(), protocol));
      }
    } else if (rule.target() instanceof Snat snat) {
      IpAddress address = snat.range().minAddress();
      if (address != null) {
        own.add(0, address);
      }
    }
  }

  private void network(AddressMask mask) {
    int length = mask.prefixLength();
    if (length >= WIDEST && length <= NARROWEST && mask.address().isV4()) {
      networks.add(new Cidr(mask.address(), length));
    }
  }

  private void own(AddressMask mask) {
    IpAddress address = mask.address();
    boolean usable =
        mask.isSingle()
            && !IpAddress.isLoopback(address.high(), address.low())
            && !IpAddress.isMulticast(address.high(), address.low())
            && (int) address.low() != -1;
    if (usable) {
      own.add(address);
    }
  }

  /** The address of the node, if a rule says it. */
  Optional<IpAddress> nodeAddress() {
    return own.stream().filter(address -> !podNetwork().contains(address)).findFirst();
  }

  /** The same, or one that no rule contradicts. */
  IpAddress nodeAddressOrDefault() {
    return nodeAddress().orElse(DEFAULT_NODE);
  }

  /** The network that holds most of the addresses that rules translate to. */
  Cidr podNetwork() {
    Cidr best = null;
    long most = 0;
    for (Cidr network : networks) {
      long held = podEndpoints().filter(each -> network.contains(each.address)).count();
      boolean narrower =
          best != null && held == most && network.prefixLength() > best.prefixLength();
      if (held > most || (held > 0 && narrower)) {
        best = network;
        most = held;
      }
    }
    if (best != null) {
      return best;
    }
    return podEndpoints().findFirst().map(each -> new Cidr(each.address, 24)).orElse(DEFAULT_PODS);
  }

  private Stream<Endpoint> podEndpoints() {
    return endpoints.stream().filter(each -> each.port != API_SERVER_PORT);
  }

  /**
   * Has something listen at an address of a Pod's that is called, whether a rule names it or not.
   */
  void addCalled(IpAddress address, int port, Protocol protocol) {
    if (podNetwork().contains(address)) {
      endpoints.add(new Endpoint(address, port, protocol));
    }
  }

  /** What rules translate to, in order. */
  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** The names of interfaces that rules ask for, {@code +} included. */
  List<String> interfaces() {
    return List.copyOf(interfaces);
  }
}
