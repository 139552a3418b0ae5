package io.kubehop.kubeproxy.sync;

import com.google.common.collect.ImmutableSortedMap;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What single nodes have in place of what all nodes of a group share: few ports for each node,
 * those with an endpoint there and a policy or hint that makes it count.
 *
 * @param <B> what one port contributes
 */
final class Overlays<B> {
  private final JournaledMap<String, ImmutableSortedMap<String, B>> byNode;

  Overlays(Journal journal) {
    byNode = new JournaledMap<>(journal);
  }

  /** By port, in the order of their names. The same object until it changes. */
  ImmutableSortedMap<String, B> of(String node) {
    ImmutableSortedMap<String, B> blocks = byNode.get(node);
    return blocks == null ? ImmutableSortedMap.of() : blocks;
  }

  void put(String node, ServicePortInfo port, B block) {
    Map<String, B> changed = copyOf(node);
    changed.put(port.name().toString(), block);
    byNode.put(node, ImmutableSortedMap.copyOf(changed));
  }

  void removePorts(Set<String> nodes, List<ServicePortInfo> ports) {
    for (String node : nodes) {
      Map<String, B> changed = copyOf(node);
      ports.forEach(port -> changed.remove(port.name().toString()));
      if (changed.isEmpty()) {
        byNode.remove(node);
      } else {
        byNode.put(node, ImmutableSortedMap.copyOf(changed));
      }
    }
  }

  void removeNode(String node) {
    byNode.remove(node);
  }

  private Map<String, B> copyOf(String node) {
    return new TreeMap<>(of(node));
  }
}
