package io.kubehop.ingress.nginx.annotation;

import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.Optional;
import java.util.function.Function;

/**
 * What annotations are read against.
 *
 * @param settings the controller's ConfigMap
 * @param prefix the prefix of annotations without the slash
 * @param validates whether values are checked ({@code --enable-annotation-validation})
 * @param objects looks Secrets, ConfigMaps and Services up
 */
public record AnnotationContext(
    GlobalSettings settings,
    String prefix,
    boolean validates,
    Function<ObjectKey, Optional<KubeObject>> objects) {

  /** The prefix that ingress-nginx has unless it is told otherwise. */
  public static final String DEFAULT_PREFIX = "nginx.ingress.kubernetes.io";

  <T extends KubeObject> Optional<T> find(
      Class<T> type, String kind, String namespace, String name) {
    return objects
        .apply(new ObjectKey(kind, namespace, name))
        .filter(type::isInstance)
        .map(type::cast);
  }
}
