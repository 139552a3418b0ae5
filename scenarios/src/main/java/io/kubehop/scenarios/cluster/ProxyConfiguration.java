package io.kubehop.scenarios.cluster;

import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ObjectDecoder;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceReader;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is configured for all kube-proxies: a document of its own, else {@code config.conf} in
 * the ConfigMap {@code kube-system/kube-proxy}, as kubeadm puts it there.
 */
final class ProxyConfiguration {
  private ProxyConfiguration() {}

  /**
   * The configuration among the objects of the start.
   *
   * @throws InvalidInputException if that of the ConfigMap is malformed
   */
  static KubeProxyConfiguration among(List<LoadedObject> objects) {
    Optional<KubeProxyConfiguration> document =
        objects.stream()
            .map(LoadedObject::object)
            .filter(KubeProxyConfiguration.class::isInstance)
            .map(KubeProxyConfiguration.class::cast)
            .findFirst();
    return document.orElseGet(
        () ->
            objects.stream()
                .filter(ProxyConfiguration::isOfKubeadm)
                .map(ProxyConfiguration::decode)
                .findFirst()
                .orElse(KubeProxyConfiguration.EMPTY));
  }

  private static boolean isOfKubeadm(LoadedObject loaded) {
    return loaded.object() instanceof ConfigMap map
        && map.key().namespacedName().equals("kube-system/kube-proxy")
        && map.data().containsKey("config.conf");
  }

  private static KubeProxyConfiguration decode(LoadedObject loaded) {
    String text = ((ConfigMap) loaded.object()).data().getOrDefault("config.conf", "");
    Problems problems = new Problems();
    KubeProxyConfiguration configuration = KubeProxyConfiguration.EMPTY;
    for (SourceDocument document :
        SourceReader.read(loaded.position() + ": data.config.conf", text)) {
      configuration =
          ObjectDecoder.decodeKubeProxyConfiguration(Value.of(document.root(), "", problems));
    }
    problems.throwIfAny();
    return configuration;
  }
}
