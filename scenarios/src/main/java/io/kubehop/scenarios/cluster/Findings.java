package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import java.util.ArrayList;
import java.util.List;

/** Lists what was given and plays a part in networking, but is not modelled. */
final class Findings {
  private Findings() {}

  static List<String> of(
      ClusterSpec spec, GivenObjects given, ClusterDns dns, ClusterIngress ingress) {
    List<String> findings = new ArrayList<>();
    for (NodeEntry node : spec.nodes()) {
      for (String key : node.sysctls().keySet()) {
        if (Sysctl.ofKey(key).isEmpty() && IpvsSysctls.DEFAULT.with(key, 0) == null) {
          findings.add("node " + node.name() + ": sysctl " + key + " is not modelled");
        }
      }
    }
    findings.addAll(dns.findings());
    findings.addAll(ingress.findings(given));
    return findings;
  }
}
