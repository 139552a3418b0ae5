package io.kubehop.kernel;

import io.kubehop.core.net.IpFamily;

/** How the kernel stores the rules of iptables. */
enum Backend {
  /** In tables of its own. */
  LEGACY("legacy"),
  /** As rules of nf_tables. */
  NFT("nft");

  private final String word;

  Backend(String word) {
    this.word = word;
  }

  /** The program that loads or prints rules. */
  String program(IpFamily family, String action) {
    return (family == IpFamily.IPV4 ? "iptables-" : "ip6tables-") + word + "-" + action;
  }

  /** Whether its programs are installed. */
  boolean isInstalled() {
    return Kernel.has(program(IpFamily.IPV4, "restore"));
  }
}
