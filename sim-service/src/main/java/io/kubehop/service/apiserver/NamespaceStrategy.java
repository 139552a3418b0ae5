package io.kubehop.service.apiserver;

import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.apiserver.validation.MetaValidation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives every namespace the label with its name, by which policies select it
 * (SetDefaults_Namespace).
 */
final class NamespaceStrategy implements Strategy<Namespace> {
  private static final String NAME_LABEL = "kubernetes.io/metadata.name";

  @Override
  public Namespace admit(Namespace given, AdmissionRequest<Namespace> request) {
    MetaValidation.validate(given).forEach(request::refuse);
    ObjectMeta meta = given.metadata();
    Map<String, String> labels = new LinkedHashMap<>(meta.labels());
    labels.put(NAME_LABEL, meta.name());
    return given.withMetadata(meta.toBuilder().labels(labels).build());
  }
}
