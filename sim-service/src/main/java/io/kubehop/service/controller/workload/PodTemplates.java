package io.kubehop.service.controller.workload;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.apiserver.PodDefaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes Pods from templates (pkg/controller, GetPodFromTemplate). */
final class PodTemplates {
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

  private PodTemplates() {}

  /** The reference by which an object is managed by another one. */
  static OwnerReference controllerRef(KubeObject owner) {
    ObjectMeta meta = owner.metadata();
    return new OwnerReference(owner.apiVersion(), owner.kind(), meta.name(), meta.uid(), true);
  }

  /** A Pod of a workload, with further labels over those of the template. */
  static Pod instantiate(
      KubeObject owner, PodTemplateSpec template, String name, Map<String, String> furtherLabels) {
    return instantiate(owner, template.metadata(), template.spec(), name, furtherLabels);
  }

  /** The same for a specification that differs from that of the template. */
  static Pod instantiate(
      KubeObject owner,
      ObjectMeta template,
      PodSpec spec,
      String name,
      Map<String, String> furtherLabels) {
    Map<String, String> labels = new LinkedHashMap<>(template.labels());
    labels.putAll(furtherLabels);
    ObjectMeta meta =
        ObjectMeta.builder()
            .name(name)
            .namespace(owner.metadata().namespace())
            .labels(labels)
            .annotations(template.annotations())
            .ownerReferences(List.of(controllerRef(owner)))
            .build();
    return PodDefaults.of(new Pod(meta, spec, PodStatus.EMPTY));
  }

  /**
   * A short text that tells templates apart. (The real one hashes Go's dump of the template, which
   * cannot be had from its fields alone; it is equally opaque.)
   */
  static String hash(PodTemplateSpec template) {
    int hash = 0x811c9dc5;
    String text = template.toString();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x01000193;
    }
    String decimal = Integer.toUnsignedString(hash);
    StringBuilder encoded = new StringBuilder();
    for (int i = 0; i < decimal.length(); i++) {
      encoded.append(ALPHABET.charAt(decimal.charAt(i) % ALPHABET.length()));
    }
    return encoded.toString();
  }
}
