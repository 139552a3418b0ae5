package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.KubeObject;
import java.util.List;
import java.util.Map;

/**
 * A label in a namespace, by which Services find Pods and Pods find Services without looking at all
 * of them.
 */
record LabelPair(String namespace, String key, String value) {

  static List<LabelPair> of(KubeObject object, Map<String, String> labels) {
    String namespace = object.metadata().namespace();
    return labels.entrySet().stream()
        .map(label -> new LabelPair(namespace, label.getKey(), label.getValue()))
        .toList();
  }
}
