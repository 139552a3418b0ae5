package io.kubehop.service.controller;

import io.kubehop.service.api.KubeObject;
import java.util.List;
import java.util.Map;

/**
 * A label in a namespace, by which selectors find objects, and objects find selectors, without
 * looking at all of them.
 *
 * @param namespace the namespace
 * @param key the key of the label
 * @param value its value
 */
public record LabelPair(String namespace, String key, String value) {

  /** Returns labels, or the equalities of a selector, in the namespace of an object. */
  public static List<LabelPair> of(KubeObject object, Map<String, String> labels) {
    String namespace = object.metadata().namespace();
    return labels.entrySet().stream()
        .map(label -> new LabelPair(namespace, label.getKey(), label.getValue()))
        .toList();
  }
}
