package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Configuration by key (core/v1 ConfigMap), such as CoreDNS' Corefile or kube-proxy's {@code
 * config.conf}.
 *
 * @param metadata the metadata
 * @param data the texts by key, in the order in which they were written; binary data is left out
 */
public record ConfigMap(ObjectMeta metadata, Map<String, String> data) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "ConfigMap";

  /** Copies the data. */
  public ConfigMap {
    data = ImmutableMap.copyOf(data);
  }

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public ConfigMap withMetadata(ObjectMeta other) {
    return new ConfigMap(other, data);
  }
}
