package io.kubehop.dns.resolver;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What kubelets are told of DNS: ConfigMap {@code kube-system/kubelet-config}, from kubeadm. */
final class KubeletConfig {
  private static final ObjectKey CONFIG_MAP =
      new ObjectKey(ConfigMap.KIND, "kube-system", "kubelet-config");

  private KubeletConfig() {}

  /** {@code clusterDNS}; empty if nothing (that can be read) says so. */
  static List<IpAddress> clusterDns(ControlPlane controlPlane) {
    return controlPlane
        .find(CONFIG_MAP)
        .map(object -> ((ConfigMap) object).data().getOrDefault("kubelet", ""))
        .map(KubeletConfig::clusterDns)
        .orElse(List.of());
  }

  private static List<IpAddress> clusterDns(String yaml) {
    List<IpAddress> addresses = new ArrayList<>();
    try {
      for (SourceDocument document : SourceReader.read("kubelet-config", yaml)) {
        if (document.root().plain() instanceof Map<?, ?> map
            && map.get("clusterDNS") instanceof List<?> list) {
          list.stream()
              .map(String::valueOf)
              .filter(IpAddress::isAddress)
              .map(IpAddress::parse)
              .forEach(addresses::add);
        }
      }
    } catch (InvalidInputException e) {
      return List.of(); // a kubelet would not start; here it keeps to the default
    }
    return addresses;
  }
}
