package io.kubehop.kubeproxy;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.iptables.IptablesProxier;
import io.kubehop.kubeproxy.ipvs.IpvsProxier;
import io.kubehop.kubeproxy.nftables.NftablesProxier;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.kubeproxy.userspace.UserspaceProxier;
import java.util.List;

/** The modes that are modelled: each is a {@link Proxier} in a package of its own. */
final class Proxiers {
  /** The modes that {@link #create} makes. */
  static final List<ProxyMode> MODES = List.of(ProxyMode.values());

  private Proxiers() {}

  /**
   * The proxier of a mode for all nodes that run it, in one address family.
   *
   * @param serviceCIDRs where cluster IPs are given out
   */
  static Proxier create(
      ProxyMode mode,
      Simulation simulation,
      IpFamily family,
      ServiceTracker tracker,
      List<Cidr> serviceCIDRs) {
    return switch (mode) {
      case IPTABLES -> new IptablesProxier(simulation.journal(), family, tracker);
      case USERSPACE -> new UserspaceProxier(simulation.journal(), family, tracker);
      case IPVS -> new IpvsProxier(simulation, family, tracker);
      case NFTABLES -> new NftablesProxier(simulation.journal(), family, tracker, serviceCIDRs);
    };
  }
}
