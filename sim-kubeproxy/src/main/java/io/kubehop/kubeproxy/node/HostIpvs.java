package io.kubehop.kubeproxy.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.ipset.IpSets;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import java.util.List;

/**
 * IPVS, the IP sets and {@code kube-ipvs0} of a simulated host.
 *
 * @param host the host
 */
public record HostIpvs(Host host) implements IpvsKernel {
  /** The dummy interface that takes the addresses of Services (pkg/proxy/ipvs/proxier.go). */
  public static final String DEVICE = "kube-ipvs0";

  /**
   * The settings below {@code net.ipv4.vs} that kube-proxy makes; {@code conn_reuse_mode} stays as
   * it is since kernel 5.9.
   */
  public static final IpvsSysctls SYSCTLS = new IpvsSysctls(true, true, true, 1);

  @Override
  public Ipvs ipvs() {
    return host.firewall().ipvs();
  }

  @Override
  public IpSets sets() {
    return host.firewall().sets();
  }

  @Override
  public void setSets(IpSets sets) {
    host.firewall().setSets(sets);
  }

  @Override
  public void bind(IpAddress address) {
    NetworkInterface device = host.networkInterface(DEVICE);
    if (device == null) {
      device = host.addInterface(DEVICE, null);
    }
    device.addAddress(address, Cidr.host(address));
  }

  @Override
  public void unbind(IpAddress address) {
    NetworkInterface device = host.networkInterface(DEVICE);
    if (device != null) {
      device.removeAddress(address);
    }
  }

  @Override
  public List<IpAddress> bound(IpFamily family) {
    NetworkInterface device = host.networkInterface(DEVICE);
    return device == null
        ? List.of()
        : device.addresses().stream().filter(address -> address.family() == family).toList();
  }
}
