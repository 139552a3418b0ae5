package io.kubehop.kubeproxy.iptables;

import static io.kubehop.kubeproxy.Manifests.endpoint;
import static io.kubehop.kubeproxy.Manifests.node;

import io.kubehop.kubeproxy.Manifests;
import java.util.ArrayList;
import java.util.List;

/** Many Services, of every type, policy, protocol and family, with 0 to 4 endpoints each. */
final class ServiceMix {
  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");

  private ServiceMix() {}

  static String nodes() {
    return node("a", "192.168.0.2", "z1") + "---\n" + node("b", "192.168.0.3", "z2");
  }

  static String services(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(service(i));
    }
    return text.toString();
  }

  private static String service(int i) {
    boolean v6 = i % 7 == 3;
    String protocol = PROTOCOLS.get(i % 3);
    String port = "{name: p, port: %d, protocol: %s}".formatted(80 + i % 5, protocol);
    return Manifests.serviceOf("s" + i, clusterIP(i, v6), port, spec(i, v6))
        + (isBalanced(i) ? Manifests.balancedAt(address(i, v6, "203.0", "2001:db8:2")) : "")
        + Manifests.sliceOf(
            "s" + i,
            v6 ? "IPv6" : "IPv4",
            "{name: p, port: 8080, protocol: %s}".formatted(protocol),
            endpoints(i, v6));
  }

  private static boolean isBalanced(int i) {
    return i % 4 == 2;
  }

  private static String[] spec(int i, boolean v6) {
    List<String> lines = new ArrayList<>();
    lines.add("ipFamilies: [" + (v6 ? "IPv6" : "IPv4") + "]");
    lines.add("type: " + (isBalanced(i) ? "LoadBalancer" : i % 4 == 1 ? "NodePort" : "ClusterIP"));
    if (i % 4 == 3) {
      lines.add("externalIPs: ['" + address(i, v6, "198.51", "2001:db8:1") + "']");
    }
    if (i % 4 != 0 && i % 5 < 2) {
      lines.add("externalTrafficPolicy: Local");
    }
    if (i % 6 == 5) {
      lines.add("internalTrafficPolicy: Local");
    }
    if (i % 11 < 3) {
      lines.add("sessionAffinity: ClientIP");
    }
    if (isBalanced(i) && i % 3 == 0) {
      lines.add("loadBalancerSourceRanges: ['" + (v6 ? "2001:db8::/32" : "192.168.0.0/24") + "']");
    }
    return lines.toArray(String[]::new);
  }

  private static String[] endpoints(int i, boolean v6) {
    String[] endpoints = new String[i % 5];
    for (int j = 0; j < endpoints.length; j++) {
      String address = address(i * 5 + j, v6, "10.9", "fd00:10:9");
      endpoints[j] = endpoint(address, (i + j) % 3 == 0 ? "a" : "b");
    }
    return endpoints;
  }

  private static String clusterIP(int i, boolean v6) {
    return v6 ? "fd00:30::" + Integer.toHexString(i + 1) : address(i, false, "172.30", "");
  }

  private static String address(int i, boolean v6, String v4Prefix, String v6Prefix) {
    return v6
        ? v6Prefix + "::" + Integer.toHexString(i + 1)
        : v4Prefix + "." + (i / 250 + 1) + "." + (i % 250 + 1);
  }
}
