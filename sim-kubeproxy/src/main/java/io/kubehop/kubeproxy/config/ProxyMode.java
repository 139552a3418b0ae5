package io.kubehop.kubeproxy.config;

import java.util.Locale;

/** By which means a kube-proxy redirects connections. */
public enum ProxyMode {
  /** A process on the node accepts the connections (gone from Kubernetes since 1.26). */
  USERSPACE,
  /** Chains of iptables rules. */
  IPTABLES,
  /** Virtual servers of the kernel's load balancer, and some iptables rules with ipsets. */
  IPVS,
  /** Chains, sets and verdict maps of nftables. */
  NFTABLES;

  /**
   * Reads {@code mode} of a configuration; an empty text is the default of Linux, iptables.
   *
   * @throws IllegalArgumentException if there is no such mode
   */
  public static ProxyMode parse(String text) {
    if (text.isEmpty()) {
      return IPTABLES;
    }
    for (ProxyMode mode : values()) {
      if (mode.toString().equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException(
        "mode '" + text + "' is none of userspace, iptables, ipvs, nftables");
  }

  /** The name as a configuration writes it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
