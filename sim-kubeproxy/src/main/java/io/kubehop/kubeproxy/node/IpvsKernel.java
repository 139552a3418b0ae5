package io.kubehop.kubeproxy.node;

import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import java.util.List;

/** What a kube-proxy in ipvs mode asks of its node beside iptables rules. */
public interface IpvsKernel {
  /** The virtual servers. */
  Ipvs ipvs();

  /** The IP sets. */
  IpSets sets();

  /** Puts other IP sets in place of all. */
  void setSets(IpSets sets);

  /** Gives the interface {@code kube-ipvs0} an address, and makes the interface if need be. */
  void bind(IpAddress address);

  /** Takes an address of {@code kube-ipvs0} away. */
  void unbind(IpAddress address);

  /** The addresses of {@code kube-ipvs0} in a family. */
  List<IpAddress> bound(IpFamily family);
}
