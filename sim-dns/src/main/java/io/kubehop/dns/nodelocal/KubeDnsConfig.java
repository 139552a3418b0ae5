package io.kubehop.dns.nodelocal;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of kube-dns that a node-cache heeds: ConfigMap {@code kube-dns}. What cannot be read
 * counts as absent, as it does there.
 *
 * @param upstreamNameservers who is asked for names outside; empty: {@code /etc/resolv.conf}
 * @param stubDomains who is asked for names of certain domains
 */
record KubeDnsConfig(List<String> upstreamNameservers, Map<String, List<String>> stubDomains) {

  static KubeDnsConfig of(ControlPlane controlPlane, String namespace) {
    Map<String, String> data =
        controlPlane
            .find(new ObjectKey(ConfigMap.KIND, namespace, "kube-dns"))
            .map(object -> ((ConfigMap) object).data())
            .orElse(ImmutableMap.of());
    Map<String, List<String>> stubDomains = new LinkedHashMap<>();
    if (plain(data.getOrDefault("stubDomains", "")) instanceof Map<?, ?> map) {
      map.forEach((domain, servers) -> stubDomains.put(domain.toString(), texts(servers)));
    }
    return new KubeDnsConfig(
        texts(plain(data.getOrDefault("upstreamNameservers", ""))), stubDomains);
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> texts.add(String.valueOf(item)));
    }
    return List.copyOf(texts);
  }

  /** The value of a JSON text; null if there is none. */
  private static @Nullable Object plain(String json) {
    if (json.isBlank()) {
      return null;
    }
    try {
      for (SourceDocument document : SourceReader.read("kube-dns", "{\"value\": " + json + "}")) {
        if (document.root().plain() instanceof Map<?, ?> map) {
          return map.get("value");
        }
      }
      return null;
    } catch (InvalidInputException e) {
      return null;
    }
  }
}
