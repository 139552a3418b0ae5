package io.kubehop.ingress;

import io.kubehop.ingress.api.Finding;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;
import java.util.List;

/** An ingress controller that runs in a Pod. */
public interface IngressController {

  /** Begins to follow the cluster; it listens as soon as it has something to serve with. */
  void start();

  /** Takes no more connections. */
  void stop();

  /** The Ingresses that it serves. */
  List<Ingress> served();

  /**
   * Whether it serves a host in particular.
   *
   * @param host a host, or a wildcard as rules write it
   */
  default boolean claims(String host) {
    return served().stream()
        .flatMap(ingress -> ingress.spec().rules().stream())
        .anyMatch(rule -> rule.host().equalsIgnoreCase(host));
  }

  /** The Service in front of it. */
  ObjectKey service();

  /** What is wrong with the objects that it serves. */
  List<Finding> findings();
}
