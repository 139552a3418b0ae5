package io.kubehop.kubeproxy.drift;

import com.google.common.collect.ImmutableSet;
import java.util.List;

/** Which chains are kube-proxy's own. */
final class KubeChains {
  private static final ImmutableSet<String> SHARED =
      ImmutableSet.of(
          "KUBE-SERVICES",
          "KUBE-EXTERNAL-SERVICES",
          "KUBE-NODEPORTS",
          "KUBE-POSTROUTING",
          "KUBE-MARK-MASQ",
          "KUBE-FORWARD",
          "KUBE-PROXY-FIREWALL",
          "KUBE-FIREWALL");

  private static final List<String> OF_SERVICES =
      List.of("KUBE-SVC-", "KUBE-SVL-", "KUBE-EXT-", "KUBE-FW-", "KUBE-SEP-", "KUBE-XLB-");

  private KubeChains() {}

  static boolean isOfService(String chain) {
    return OF_SERVICES.stream().anyMatch(chain::startsWith);
  }

  static boolean isOwn(String chain) {
    return SHARED.contains(chain) || isOfService(chain);
  }
}
