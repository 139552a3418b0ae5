package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.PortTraffic;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.sync.Circumstances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chains of one port before an endpoint is chosen: who is masqueraded, whose traffic follows
 * which policy, and which clients a load balancer address is open to.
 */
final class ServiceChains {
  private final PortTraffic traffic;
  private final ServicePortInfo port;
  private final ProxySettings settings;
  private final Words words;
  private final ChainNames names;

  ServiceChains(PortTraffic traffic, ProxySettings settings, Words words, ChainNames names) {
    this.traffic = traffic;
    this.port = traffic.port();
    this.settings = settings;
    this.words = words;
    this.names = names;
  }

  /** Where traffic to the cluster IP goes. */
  String internal() {
    return port.internalPolicyLocal() ? names.local() : names.cluster();
  }

  /**
   * The head of the chain that traffic to the cluster IP takes. What is not from a Pod may have
   * been routed to this node for the cluster IP alone; the answer has to come back this way.
   */
  List<String> headOf(String chain) {
    if (!traffic.hasInternalEndpoints() || !chain.equals(internal())) {
      return List.of();
    }
    String toClusterIP = words.ip() + " daddr " + port.clusterIP() + " ";
    String mark = "jump " + Names.MARK_FOR_MASQUERADE;
    if (settings.masqueradeAll()) {
      return List.of(toClusterIP + mark);
    }
    String notLocal = words.ifNotLocal(settings.localDetector());
    return notLocal.isEmpty() ? List.of() : List.of(toClusterIP + notLocal + " " + mark);
  }

  /**
   * What comes to other addresses. With policy Local, Pods and the node itself use all endpoints,
   * as if they had gone out to a load balancer and come back in anywhere.
   */
  List<String> external() {
    List<String> rules = new ArrayList<>();
    if (port.externalPolicyLocal()) {
      String local = words.ifLocal(settings.localDetector());
      String all = "goto " + names.cluster();
      if (!local.isEmpty()) {
        rules.add(local + " " + all + " comment \"short-circuit pod traffic\"");
      }
      rules.add(
          "fib saddr type local jump "
              + Names.MARK_FOR_MASQUERADE
              + " comment \"masquerade local traffic\"");
      rules.add("fib saddr type local " + all + " comment \"short-circuit local traffic\"");
    } else {
      rules.add("jump " + Names.MARK_FOR_MASQUERADE);
    }
    if (traffic.hasExternalEndpoints()) {
      rules.add("goto " + (port.externalPolicyLocal() ? names.local() : names.cluster()));
    }
    return rules;
  }

  /**
   * Drops what is from none of the ranges. Where the node is in one of them, so are the load
   * balancer's addresses: if one is a local address, it is the source that the node uses for it.
   */
  List<String> firewall(Circumstances circumstances) {
    Stream<Cidr> vips =
        circumstances.nodeAdmitted()
            ? port.loadBalancerVIPs().stream().map(Cidr::host)
            : Stream.empty();
    List<String> sources =
        Stream.concat(port.loadBalancerSourceRanges().stream(), vips)
            .distinct()
            .sorted(Comparator.comparing(Cidr::address).thenComparing(Cidr::prefixLength))
            .map(ServiceChains::text)
            .toList();
    String either =
        sources.size() == 1
            ? sources.get(0)
            : sources.stream().collect(Collectors.joining(", ", "{ ", " }"));
    return List.of(words.ip() + " saddr != " + either + " drop");
  }

  private static String text(Cidr range) {
    IpAddress address = range.address();
    return range.prefixLength() == address.family().bits() ? address.toString() : range.toString();
  }
}
