package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipset.SetElement;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.kubeproxy.node.IpvsKernel;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the proxy of one node has written in one family, and what it has yet to look at. */
final class NodeTables {
  private final IpFamily family;
  private final ProxiedNode node;
  private final ServiceTracker tracker;
  private final IpvsKernel kernel;
  private final GracefulTermination termination;
  private final VirtualServers servers;
  private final SetContents sets;
  private final Counted<IpAddress> bound;
  private final JournaledMap<ObjectKey, Boolean> changed;
  private final JournaledMap<ObjectKey, Map<String, PortPlan>> plans;
  private final JournaledMap<String, List<VirtualServerKey>> closedToNode;
  private final NullableCell<NodeView> view;
  private final NullableCell<RuleInputs> written;
  private final RefCell<Boolean> started;

  NodeTables(Journal journal, IpFamily family, ProxiedNode node, ServiceTracker tracker) {
    this.family = family;
    this.node = node;
    this.tracker = tracker;
    this.kernel = node.kernel().ipvs();
    this.termination = new GracefulTermination(journal, kernel.ipvs());
    this.servers = new VirtualServers(journal, kernel.ipvs(), termination);
    this.sets = new SetContents(journal, family);
    this.bound = new Counted<>(journal);
    this.changed = new JournaledMap<>(journal);
    this.plans = new JournaledMap<>(journal);
    this.closedToNode = new JournaledMap<>(journal);
    this.view = new NullableCell<>(journal);
    this.written = new NullableCell<>(journal);
    this.started = new RefCell<>(journal, false);
  }

  /** A Service or its endpoints changed. */
  void serviceChanged(ObjectKey service) {
    changed.put(service, true);
  }

  GracefulTermination termination() {
    return termination;
  }

  /**
   * Writes what the node should have now.
   *
   * @param rules makes iptables rules of what they depend on
   */
  void program(Function<RuleInputs, Ruleset> rules) {
    boolean first = !started.get();
    NodeView now = NodeView.of(node, family);
    if (!now.equals(view.get())) {
      view.set(now);
      tracker.forEach((key, service) -> changed.put(key, true));
    }
    sets.begin();
    for (ObjectKey key : changed.keys()) {
      replace(key, plans(key, now), first);
    }
    changed.clear();
    kernel.setSets(sets.commit(kernel.sets()));
    writeRules(rules);
    if (first) {
      removeOthers();
      started.set(true);
    }
  }

  private Map<String, PortPlan> plans(ObjectKey key, NodeView now) {
    ServiceSnapshot service = tracker.get(key);
    Map<String, PortPlan> found = new LinkedHashMap<>();
    for (ServicePortInfo port : service.ports()) {
      found.put(port.name().toString(), PortPlanner.plan(now, port, service));
    }
    return found;
  }

  /** New things come before old ones go, so that what stays is never gone. */
  private void replace(ObjectKey key, Map<String, PortPlan> now, boolean first) {
    Map<String, PortPlan> known = plans.get(key);
    Map<String, PortPlan> before = known == null ? new TreeMap<>() : known;
    now.forEach(
        (port, plan) -> {
          if (first || !plan.equals(before.get(port))) {
            put(port, plan, first);
          }
        });
    for (Map.Entry<String, PortPlan> old : new TreeMap<>(before).entrySet()) {
      PortPlan left = now.getOrDefault(old.getKey(), PortPlan.NOTHING);
      if (!left.equals(old.getValue())) {
        take(old.getKey(), old.getValue(), left);
      }
    }
    if (now.isEmpty()) {
      plans.remove(key);
    } else {
      plans.put(key, now);
    }
  }

  private void put(String port, PortPlan plan, boolean first) {
    for (ServerPlan server : plan.servers()) {
      servers.claim(server.config().key(), port, server, first);
      if (server.bound()) {
        bind(server.config().key().address());
      }
    }
    plan.entries().forEach(sets::add);
    if (plan.closedToNode().isEmpty()) {
      closedToNode.remove(port);
    } else {
      closedToNode.put(port, plan.closedToNode());
    }
  }

  private void take(String port, PortPlan old, PortPlan left) {
    List<VirtualServerKey> kept =
        left.servers().stream().map(server -> server.config().key()).toList();
    for (ServerPlan server : old.servers()) {
      VirtualServerKey key = server.config().key();
      if (!kept.contains(key)) {
        servers.claim(key, port, null, false);
      }
      if (server.bound()) {
        unbind(key.address());
      }
    }
    old.entries().forEach(sets::remove);
    if (left.equals(PortPlan.NOTHING)) {
      closedToNode.remove(port);
    }
  }

  private void bind(IpAddress address) {
    if (bound.add(address)) {
      kernel.bind(address);
      sets.add(entry(address));
    }
  }

  private void unbind(IpAddress address) {
    if (bound.remove(address)) {
      kernel.unbind(address);
      sets.remove(entry(address));
    }
  }

  private static PortPlan.Entry entry(IpAddress address) {
    return new PortPlan.Entry(KubeSet.IPVS_IPS, SetElement.of(Cidr.host(address)));
  }

  private void writeRules(Function<RuleInputs, Ruleset> rules) {
    List<VirtualServerKey> closed = new ArrayList<>();
    closedToNode.keys().stream()
        .sorted()
        .map(closedToNode::get)
        .forEach(servers -> closed.addAll(servers == null ? List.of() : servers));
    RuleInputs inputs = new RuleInputs(node.settings(), sets.filled(), closed);
    if (!inputs.equals(written.get()) || !node.kernel().hasRules(family)) {
      written.set(inputs);
      node.kernel().program(rules.apply(inputs));
    }
  }

  /** What an earlier proxy, or somebody else, has left. */
  private void removeOthers() {
    for (IpAddress address : kernel.bound(family)) {
      if (!bound.contains(address)) {
        kernel.unbind(address);
      }
    }
    servers.removeOthers(family, node.settings().ipvs().excludeCIDRs());
  }
}
