package io.kubehop.service.policy;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a Pod with an address.
 *
 * @param name namespace and name
 * @param node the node that it is on
 * @param namedPorts its container ports by protocol and name, such as {@code tcp/http}
 * @param ingress what it may take; absent: everything
 * @param egress what it may make; absent: everything
 */
record GuardedPod(
    String name,
    String node,
    Map<String, List<Integer>> namedPorts,
    Optional<Isolation> ingress,
    Optional<Isolation> egress) {

  static GuardedPod of(Pod pod, Optional<Isolation> ingress, Optional<Isolation> egress) {
    Map<String, List<Integer>> named = new LinkedHashMap<>();
    for (Container container : pod.spec().containers()) {
      for (ContainerPort port : container.ports()) {
        String key = port.protocol().toLowerCase(Locale.ROOT) + "/" + port.name();
        named.computeIfAbsent(key, each -> new ArrayList<>()).add(port.containerPort());
      }
    }
    return new GuardedPod(
        pod.key().namespacedName(), pod.spec().nodeName(), named, ingress, egress);
  }
}
