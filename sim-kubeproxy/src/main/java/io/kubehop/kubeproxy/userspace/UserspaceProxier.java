package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Optional;

/**
 * kube-proxy in userspace mode, for all nodes that run it, in one address family. It knew one
 * family only, that of the node's first address.
 *
 * <p>Proxies listen on the node's own address, as with {@code --bind-address} set to it: bound to
 * every address, Pods would be led to the address of the interface that they come in by, and where
 * Pods are routed it has none.
 */
public final class UserspaceProxier implements Proxier {
  private final Journal journal;
  private final IpFamily family;
  private final ServiceTracker tracker;
  private final JournaledMap<String, NodeProxy> nodes;
  private final JournaledMap<String, Written> written;

  /** Makes a proxier without nodes. */
  public UserspaceProxier(Journal journal, IpFamily family, ServiceTracker tracker) {
    this.journal = journal;
    this.family = family;
    this.tracker = tracker;
    this.nodes = new JournaledMap<>(journal);
    this.written = new JournaledMap<>(journal);
  }

  /** What a node knows of each Service, and which of them changed since. */
  private record Written(
      JournaledMap<ObjectKey, ServiceSnapshot> services, JournaledMap<ObjectKey, Boolean> changed) {
    static Written nothing(Journal journal) {
      return new Written(new JournaledMap<>(journal), new JournaledMap<>(journal));
    }
  }

  @Override
  public void add(ProxiedNode node) {
    Optional<IpAddress> address =
        node.facts().addresses().stream().findFirst().filter(each -> each.family() == family);
    if (address.isPresent()) {
      nodes.put(node.name(), new NodeProxy(node.kernel().host(), address.get(), family));
      Written nothing = Written.nothing(journal);
      tracker.forEach((key, service) -> nothing.changed().put(key, true));
      written.put(node.name(), nothing);
    }
  }

  @Override
  public void remove(ProxiedNode node) {
    written.remove(node.name());
    NodeProxy proxy = nodes.remove(node.name());
    if (proxy != null) {
      proxy.stop();
    }
  }

  @Override
  public void serviceChanged(ObjectKey service) {
    written.forEach((node, known) -> known.changed().put(service, true));
  }

  @Override
  public void program(ProxiedNode node) {
    NodeProxy proxy = nodes.get(node.name());
    Written known = written.get(node.name());
    if (proxy == null || known == null) {
      return;
    }
    for (ObjectKey key : known.changed().keys()) {
      ServiceSnapshot before = known.services().get(key);
      ServiceSnapshot now = tracker.get(key);
      proxy.update(before == null ? ServiceSnapshot.EMPTY : before, now);
      known.services().put(key, now);
    }
    known.changed().clear();
    node.kernel().program(proxy.rules());
  }

  /** What the proxies of a node listen on, a line each. */
  public List<String> listeners(String node) {
    NodeProxy proxy = nodes.get(node);
    return proxy == null ? List.of() : proxy.listeners();
  }
}
