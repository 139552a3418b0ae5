package io.kubehop.scenarios.file;

import java.util.Locale;

/** How kube-proxy works on a node. */
public enum ProxyMode {
  /** It listens itself, and has connections redirected to it. */
  USERSPACE,
  /** Rules of iptables. */
  IPTABLES,
  /** Virtual servers of IPVS. */
  IPVS,
  /** Rules and maps of nftables. */
  NFTABLES;

  /** In lower case, as scenario files and kube-proxy write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
