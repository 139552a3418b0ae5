package io.kubehop.kernel;

import java.util.List;

/**
 * What kube-proxy writes on a node, for the real kernel.
 *
 * @param loader the command that takes the text
 * @param text what it takes
 * @param routeLocalnet the setting that kube-proxy makes
 */
record ProxyRules(List<String> loader, String text, boolean routeLocalnet) {

  static ProxyRules iptables(String text, boolean routeLocalnet) {
    return new ProxyRules(List.of(Kernel.program("restore")), text, routeLocalnet);
  }

  static ProxyRules nftables(String text) {
    return new ProxyRules(List.of("nft", "-f", "-"), "flush ruleset\n" + text, false);
  }
}
