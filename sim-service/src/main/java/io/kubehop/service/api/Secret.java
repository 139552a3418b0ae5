package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.Map;

/**
 * Confidential configuration by key (core/v1 Secret), such as the user list of basic authentication
 * or a certificate.
 *
 * @param metadata the metadata
 * @param type what it is for, such as {@code kubernetes.io/tls}; {@code Opaque} by default
 * @param data the values by key in base64, with {@code stringData} already merged in as the API
 *     server does on write
 */
public record Secret(ObjectMeta metadata, String type, Map<String, String> data)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Secret";

  /** Copies the data. */
  public Secret {
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
  public Secret withMetadata(ObjectMeta other) {
    return new Secret(other, type, data);
  }
}
