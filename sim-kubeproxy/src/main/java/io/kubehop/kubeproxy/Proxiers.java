package io.kubehop.kubeproxy;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.iptables.IptablesProxier;
import io.kubehop.kubeproxy.ipvs.IpvsProxier;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.kubeproxy.userspace.UserspaceProxier;
import java.util.List;

/** The modes that are modelled: each is a {@link Proxier} in a package of its own. */
final class Proxiers {
  /** The modes that {@link #create} makes. */
  static final List<ProxyMode> MODES =
      List.of(ProxyMode.USERSPACE, ProxyMode.IPTABLES, ProxyMode.IPVS);

  private Proxiers() {}

  /**
   * The proxier of a mode for all nodes that run it, in one address family.
   *
   * @throws IllegalArgumentException if the mode is none of {@link #MODES}
   */
  static Proxier create(
      ProxyMode mode, Simulation simulation, IpFamily family, ServiceTracker tracker) {
    return switch (mode) {
      case IPTABLES -> new IptablesProxier(simulation.journal(), family, tracker);
      case USERSPACE -> new UserspaceProxier(simulation.journal(), family, tracker);
      case IPVS -> new IpvsProxier(simulation, family, tracker);
      case NFTABLES ->
          throw new IllegalArgumentException("mode " + mode + " is not modelled");
    };
  }
}
