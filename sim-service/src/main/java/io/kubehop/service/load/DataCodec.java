package io.kubehop.service.load;

import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Secret;
import io.kubehop.service.source.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads and writes ConfigMaps and Secrets. */
final class DataCodec {
  private DataCodec() {}

  static ConfigMap configMap(ObjectMeta meta, Fields fields) {
    return new ConfigMap(meta, fields.textMap("data"));
  }

  static void encode(ConfigMap map, TreeBuilder tree) {
    tree.textMap("data", map.data());
  }

  static Secret secret(ObjectMeta meta, Fields fields) {
    Map<String, String> data = new LinkedHashMap<>(fields.textMap("data"));
    fields
        .textMap("stringData")
        .forEach(
            (key, text) ->
                data.put(
                    key,
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    return new Secret(meta, fields.text("type", "Opaque"), data);
  }

  static void encode(Secret secret, TreeBuilder tree) {
    tree.text("type", secret.type()).textMap("data", secret.data()).without("stringData");
  }
}
