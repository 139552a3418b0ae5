package io.kubehop.kubeproxy.nftables;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.kubeproxy.sync.ViewGroup;
import io.kubehop.service.api.ObjectKey;
import java.util.List;

/** kube-proxy in nftables mode, for all nodes that run it, in one address family. */
public final class NftablesProxier implements Proxier {
  private final Journal journal;
  private final IpFamily family;
  private final ServiceTracker tracker;
  private final List<Cidr> serviceCIDRs;
  private final Interner<ChainText> texts = Interners.newWeakInterner();
  private final JournaledMap<Circle, ViewGroup<NftablesRoot, NftablesBlock>> groups;
  private final JournaledMap<String, Circle> circles;
  private final JournaledMap<String, NftTable> programmed;

  /**
   * Makes a proxier without nodes.
   *
   * @param serviceCIDRs where cluster IPs are given out
   */
  public NftablesProxier(
      Journal journal, IpFamily family, ServiceTracker tracker, List<Cidr> serviceCIDRs) {
    this.journal = journal;
    this.family = family;
    this.tracker = tracker;
    this.serviceCIDRs = List.copyOf(serviceCIDRs);
    this.groups = new JournaledMap<>(journal);
    this.circles = new JournaledMap<>(journal);
    this.programmed = new JournaledMap<>(journal);
  }

  /**
   * What nodes have in common that share their tables.
   *
   * @param settings what their proxies go by
   * @param zone where they are
   * @param nodePortAddresses their addresses for node ports, where not all addresses take them
   */
  private record Circle(ProxySettings settings, String zone, List<IpAddress> nodePortAddresses) {}

  @Override
  public void add(ProxiedNode node) {
    ProxySettings settings = node.settings();
    Circle circle =
        new Circle(
            settings,
            node.facts().zone(),
            settings.nodePortAddresses().among(node.kernel().addresses()));
    circles.put(node.name(), circle);
    groups.computeIfAbsent(circle, this::newGroup).join(node.facts());
  }

  private ViewGroup<NftablesRoot, NftablesBlock> newGroup(Circle circle) {
    return new ViewGroup<>(
        journal,
        family,
        circle.zone(),
        tracker,
        new NftablesWriter(circle.settings(), circle.nodePortAddresses(), serviceCIDRs, texts));
  }

  @Override
  public void remove(ProxiedNode node) {
    programmed.remove(node.name());
    Circle circle = circles.remove(node.name());
    ViewGroup<NftablesRoot, NftablesBlock> group = circle == null ? null : groups.get(circle);
    if (circle != null && group != null) {
      group.leave(node.name());
      if (group.isEmpty()) {
        groups.remove(circle);
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
    ViewGroup<NftablesRoot, NftablesBlock> group = circle == null ? null : groups.get(circle);
    if (group == null) {
      throw new IllegalStateException("no proxy runs on node " + node.name());
    }
    NftTable table = group.root(node.name()).table();
    if (table != programmed.get(node.name())) {
      programmed.put(node.name(), table);
      node.kernel().program(table);
    }
  }
}
