package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.net.IpAddress;
import io.kubehop.kubeproxy.services.PortTraffic;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.ArrayList;
import java.util.List;

/**
 * What one port contributes to the sets and maps that all share: its addresses and ports lead to
 * its own chains; where there is no endpoint they are refused, and where there is none here they
 * are dropped.
 */
final class SharedEntries {
  private final PortTraffic traffic;
  private final ServicePortInfo port;
  private final ChainNames names;
  private final List<MapEntry> entries = new ArrayList<>();

  private SharedEntries(PortTraffic traffic, ChainNames names) {
    this.traffic = traffic;
    this.port = traffic.port();
    this.names = names;
  }

  static List<MapEntry> of(PortTraffic traffic, ChainNames names, String internal) {
    SharedEntries shared = new SharedEntries(traffic, names);
    shared.clusterIP(internal);
    shared.port.externalIPs().forEach(shared::external);
    for (IpAddress address : shared.port.loadBalancerVIPs()) {
      shared.external(address);
      if (shared.port.hasFirewall()) {
        shared.add(Names.FIREWALL_IPS, shared.at(address), "goto " + names.firewall());
      }
    }
    if (shared.port.nodePort() != 0) {
      shared.nodePort();
    }
    return shared.entries;
  }

  private void clusterIP(String internal) {
    entries.add(new MapEntry(Names.CLUSTER_IPS, port.clusterIP().toString(), "", ""));
    if (traffic.hasInternalEndpoints()) {
      add(Names.SERVICE_IPS, at(port.clusterIP()), "goto " + internal);
    } else {
      refuse(Names.NO_ENDPOINT_SERVICES, at(port.clusterIP()));
    }
  }

  private void external(IpAddress address) {
    external(Names.SERVICE_IPS, Names.NO_ENDPOINT_SERVICES, at(address));
  }

  /** Load balancer source ranges do not apply to node ports. */
  private void nodePort() {
    external(
        Names.SERVICE_NODEPORTS,
        Names.NO_ENDPOINT_NODEPORTS,
        port.name().protocol() + " . " + port.nodePort());
  }

  /** Without an endpoint here there may still be some for the node and its Pods. */
  private void external(String map, String noEndpoint, String key) {
    if (traffic.hasEndpoints()) {
      add(map, key, "goto " + names.external());
    }
    if (!traffic.hasExternalEndpoints()) {
      refuse(noEndpoint, key);
    }
  }

  private void refuse(String map, String key) {
    String verdict = traffic.hasEndpoints() ? "drop" : "goto " + Names.REJECT;
    entries.add(new MapEntry(map, key, verdict, port.name().toString()));
  }

  private String at(IpAddress address) {
    return address + " . " + port.name().protocol() + " . " + port.port();
  }

  private void add(String map, String key, String verdict) {
    entries.add(new MapEntry(map, key, verdict, ""));
  }
}
