package io.kubehop.service;

import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the objects of the start are kept. They are there at once, so it must not
 * matter in which order they are written: namespaces, nodes and classes come first, and Services
 * that name their addresses and ports before those that leave the choice.
 */
final class StartOrder {

  private StartOrder() {}

  static List<KubeObject> of(List<KubeObject> objects) {
    List<KubeObject> ordered = new ArrayList<>(objects);
    ordered.sort(Comparator.comparing(StartOrder::rank));
    return ordered;
  }

  private static int rank(KubeObject object) {
    if (object instanceof Namespace) {
      return 0;
    }
    if (object instanceof Node node) {
      return node.spec().podCIDRs().isEmpty() || node.status().internalIPs().isEmpty() ? 2 : 1;
    }
    if (object instanceof IngressClass) {
      return 3;
    }
    return object instanceof Service service && choosesItself(service) ? 4 : 5;
  }

  private static boolean choosesItself(Service service) {
    return !service.spec().clusterIP().isEmpty()
        || service.spec().ports().stream().anyMatch(port -> port.nodePort() != 0);
  }
}
