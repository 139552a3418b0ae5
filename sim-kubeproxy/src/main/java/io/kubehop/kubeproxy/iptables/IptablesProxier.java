package io.kubehop.kubeproxy.iptables;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.kubehop.core.host.Sysctl;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.RuleBlock;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.kubeproxy.sync.ViewGroup;
import io.kubehop.service.api.ObjectKey;
import java.util.List;

/** kube-proxy in iptables mode, for all nodes that run it, in one address family. */
public final class IptablesProxier implements Proxier {
  private final Journal journal;
  private final IpFamily family;
  private final ServiceTracker tracker;
  private final Interner<RuleBlock> blocks = Interners.newWeakInterner();
  private final JournaledMap<Circle, ViewGroup<Ruleset, RuleBlock>> groups;
  private final JournaledMap<String, Circle> circles;
  private final JournaledMap<String, Ruleset> programmed;

  /** Makes a proxier without nodes. */
  public IptablesProxier(Journal journal, IpFamily family, ServiceTracker tracker) {
    this.journal = journal;
    this.family = family;
    this.tracker = tracker;
    this.groups = new JournaledMap<>(journal);
    this.circles = new JournaledMap<>(journal);
    this.programmed = new JournaledMap<>(journal);
  }

  /**
   * What nodes have in common that share their rules.
   *
   * @param settings what their proxies go by
   * @param zone where they are
   * @param nodePortAddresses their addresses for node ports, where not all addresses take them
   */
  private record Circle(ProxySettings settings, String zone, List<IpAddress> nodePortAddresses) {}

  @Override
  public void add(ProxiedNode node) {
    ProxySettings settings = node.settings();
    if (settings.localhostNodePorts()) {
      node.kernel().set(Sysctl.ROUTE_LOCALNET, 1);
    }
    Circle circle =
        new Circle(
            settings,
            node.facts().zone(),
            settings.nodePortAddresses().among(node.kernel().addresses()));
    circles.put(node.name(), circle);
    groups.computeIfAbsent(circle, this::newGroup).join(node.facts());
  }

  private ViewGroup<Ruleset, RuleBlock> newGroup(Circle circle) {
    return new ViewGroup<>(
        journal,
        family,
        circle.zone(),
        tracker,
        new IptablesWriter(circle.settings(), circle.nodePortAddresses(), blocks));
  }

  @Override
  public void remove(ProxiedNode node) {
    programmed.remove(node.name());
    Circle circle = circles.remove(node.name());
    if (circle != null) {
      ViewGroup<Ruleset, RuleBlock> group = groups.get(circle);
      if (group != null) {
        group.leave(node.name());
        if (group.isEmpty()) {
          groups.remove(circle);
        }
      }
    }
  }

  @Override
  public void serviceChanged(ObjectKey service) {
    groups.forEach((circle, group) -> group.serviceChanged(service));
  }

  @Override
  public void program(ProxiedNode node) {
    Circle circle = circles.get(node.name());
    ViewGroup<Ruleset, RuleBlock> group = circle == null ? null : groups.get(circle);
    if (group == null) {
      throw new IllegalStateException("no proxy runs on node " + node.name());
    }
    Ruleset rules = group.root(node.name());
    if (rules != programmed.get(node.name()) || !node.kernel().hasRules(family)) {
      programmed.put(node.name(), rules);
      node.kernel().program(rules);
    }
  }
}
