package io.kubehop.kubeproxy.sync;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RefCell;
import io.kubehop.kubeproxy.node.NodeFacts;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.services.Topology;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Nodes with equal settings in one zone. They share one root, written for a node without endpoints
 * of its own; a node on which some port looks otherwise has an {@link Overlays overlay} of its own.
 * So a change of a Service is worked out once for all nodes, and again only for the nodes that it
 * looks otherwise from.
 *
 * <p>Work is put off until a root is asked for: many changes between two syncs cost one.
 *
 * @param <R> what a node has as a whole
 * @param <B> what one port contributes
 */
public final class ViewGroup<R, B> {
  private final IpFamily family;
  private final String zone;
  private final ServiceTracker tracker;
  private final BlockWriter<R, B> writer;
  private final RefCell<R> shared;
  private final RefCell<Boolean> written;
  private final RefCell<Boolean> large;
  private final JournaledMap<ObjectKey, WrittenService<B>> services;
  private final JournaledMap<ObjectKey, Boolean> changed;
  private final JournaledMap<String, NodeFacts> nodes;
  private final JournaledMap<String, NodeFacts> newNodes;
  private final Overlays<B> overlays;
  private final Roots<R, B> roots;

  /** Makes a group without nodes. */
  public ViewGroup(
      Journal journal,
      IpFamily family,
      String zone,
      ServiceTracker tracker,
      BlockWriter<R, B> writer) {
    this.family = family;
    this.zone = zone;
    this.tracker = tracker;
    this.writer = writer;
    this.shared = new RefCell<>(journal, writer.empty());
    this.written = new RefCell<>(journal, false);
    this.large = new RefCell<>(journal, false);
    this.services = new JournaledMap<>(journal);
    this.changed = new JournaledMap<>(journal);
    this.nodes = new JournaledMap<>(journal);
    this.newNodes = new JournaledMap<>(journal);
    this.overlays = new Overlays<>(journal);
    this.roots = new Roots<>(journal, writer);
  }

  /** Takes a node in. */
  public void join(NodeFacts node) {
    nodes.put(node.name(), node);
    newNodes.put(node.name(), node);
  }

  /** Lets a node go. */
  public void leave(String node) {
    nodes.remove(node);
    newNodes.remove(node);
    overlays.removeNode(node);
    roots.remove(node);
  }

  /** Whether there is no node. */
  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** A Service or its endpoints changed. */
  public void serviceChanged(ObjectKey service) {
    changed.put(service, true);
  }

  /** What a node should have now. The same object for all nodes without an overlay. */
  public R root(String node) {
    refresh();
    return roots.root(node, shared.get(), overlays.of(node));
  }

  private void refresh() {
    boolean isLarge = tracker.endpointCount() > Circumstances.LARGE_CLUSTER_ENDPOINTS;
    if (!written.get() || isLarge != large.get()) {
      written.set(true);
      large.set(isLarge);
      tracker.forEach((key, service) -> changed.put(key, true));
    } else if (!newNodes.isEmpty()) {
      services.forEach((key, service) -> services.put(key, lookFrom(newNodes.values(), service)));
    }
    newNodes.clear();
    if (!changed.isEmpty()) {
      R before = shared.get();
      List<Roots.Change<B>> changes = new ArrayList<>();
      changed.forEach((key, yes) -> write(key, tracker.get(key), changes));
      changed.clear();
      roots.stepped(before, shared.get(), changes);
    }
  }

  private void write(ObjectKey key, ServiceSnapshot service, List<Roots.Change<B>> changes) {
    WrittenService<B> old = services.get(key);
    if (old != null) {
      overlays.removePorts(old.nodes(), old.service().ports());
      for (ServicePortInfo port : old.service().portsGoneIn(service)) {
        shared.set(writer.without(shared.get(), port));
        changes.add(new Roots.Change<>(port, null));
      }
    }
    List<B> blocks = new ArrayList<>();
    for (ServicePortInfo port : service.ports()) {
      B block = block(service, port, "", false);
      blocks.add(block);
      shared.set(writer.with(shared.get(), block));
      changes.add(new Roots.Change<>(port, block));
    }
    if (blocks.isEmpty()) {
      services.remove(key);
    } else {
      WrittenService<B> now = new WrittenService<>(service, blocks, ImmutableSet.of());
      services.put(key, lookFrom(nodes.values(), now));
    }
  }

  /** Lays over the shared blocks of a Service what looks otherwise from some nodes. */
  private WrittenService<B> lookFrom(List<NodeFacts> from, WrittenService<B> service) {
    ImmutableSet.Builder<String> different = ImmutableSet.builder();
    for (int i = 0; i < service.blocks().size(); i++) {
      ServicePortInfo port = service.service().ports().get(i);
      B sharedBlock = service.blocks().get(i);
      Set<String> mayDiffer = service.service().nodesThatDiffer(port);
      if (mayDiffer.isEmpty() && !port.hasFirewall()) {
        continue;
      }
      for (NodeFacts node : from) {
        boolean admitted = port.hasFirewall() && port.admits(addressOf(node));
        if (admitted || mayDiffer.contains(node.name())) {
          B block = block(service.service(), port, node.name(), admitted);
          if (!block.equals(sharedBlock)) {
            overlays.put(node.name(), port, block);
            different.add(node.name());
          }
        }
      }
    }
    return service.withNodes(different.build());
  }

  private IpAddress addressOf(NodeFacts node) {
    return node.address(family)
        .orElse(family == IpFamily.IPV4 ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6);
  }

  private B block(ServiceSnapshot service, ServicePortInfo port, String node, boolean admitted) {
    return writer.write(
        port,
        new Topology(node, zone).categorize(port, service.endpoints(port)),
        new Circumstances(large.get(), admitted));
  }
}
