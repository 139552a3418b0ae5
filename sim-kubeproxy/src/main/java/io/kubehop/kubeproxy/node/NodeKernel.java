package io.kubehop.kubeproxy.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.nftables.NftTable;
import java.util.List;

/** What a kube-proxy asks of the node that it runs on. */
public interface NodeKernel {
  /** All addresses of the node's interfaces, loopback included, but for {@code kube-ipvs0}. */
  List<IpAddress> addresses();

  /** Sets a kernel parameter. */
  void set(Sysctl sysctl, int value);

  /** Puts iptables rules in place of those of the same family. */
  void program(Ruleset rules);

  /** Puts an nftables table in place of one of the same family and name. */
  default void program(NftTable table) {
    throw new UnsupportedOperationException("no nftables here");
  }

  /** What a proxy in ipvs mode writes to. */
  IpvsKernel ipvs();

  /** Deletes the tracked UDP connections of a family that are stale. */
  void forget(IpFamily family, StaleFlows stale);

  /** Listens on these health check ports, and on no others. */
  void listen(List<HealthCheckNodePort> ports);

  /** The machine, for what runs on it as a program. */
  default Host host() {
    throw new UnsupportedOperationException("no programs run here");
  }

  /**
   * Whether the rules of a family that were given last are still there. A proxy looks every {@code
   * syncPeriod}, and writes them again if they are not.
   */
  default boolean hasRules(IpFamily family) {
    return true;
  }

  /** Whether {@code net.netfilter.nf_conntrack_tcp_be_liberal} is set. */
  default boolean isConntrackLiberal() {
    return false;
  }
}
