package io.kubehop.kubeproxy;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.kubeproxy.node.HealthCheckNodePort;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.kubeproxy.sync.SyncSchedule;
import io.kubehop.kubeproxy.userspace.UserspaceProxier;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of all nodes in one address family. A dual-stack kube-proxy is two proxies that know
 * nothing of each other (pkg/proxy/metaproxier).
 */
final class FamilyProxies implements EventHandler {
  private final Simulation simulation;
  private final IpFamily family;
  private final ServiceTracker tracker;
  private final SyncSchedule schedule;
  private final Map<ProxyMode, Proxier> proxiers = new EnumMap<>(ProxyMode.class);
  private final JournaledMap<String, ProxiedNode> nodes;
  private final JournaledMap<String, HealthChecks> healthChecks;
  private final JournaledMap<Long, Boolean> looks;
  private final Consumer<ProxiedNode> healthChecksChanged;
  private Consumer<String> synced = node -> {};

  /**
   * Starts without nodes.
   *
   * @param serviceCIDRs where cluster IPs are given out
   */
  FamilyProxies(
      Simulation simulation,
      IpFamily family,
      List<Cidr> serviceCIDRs,
      Consumer<ProxiedNode> healthChecksChanged) {
    this.simulation = simulation;
    this.family = family;
    this.tracker = new ServiceTracker(simulation.journal(), family);
    this.schedule = new SyncSchedule(simulation, this::sync);
    this.nodes = new JournaledMap<>(simulation.journal());
    this.healthChecks = new JournaledMap<>(simulation.journal());
    this.looks = new JournaledMap<>(simulation.journal());
    this.healthChecksChanged = healthChecksChanged;
    for (ProxyMode mode : Proxiers.MODES) {
      proxiers.put(mode, Proxiers.create(mode, simulation, family, tracker, serviceCIDRs));
    }
    tracker.addListener(this::serviceChanged);
  }

  /**
   * What a node answers on health check ports.
   *
   * @param version the version of the tracker that it is made of
   * @param ports the ports
   */
  private record HealthChecks(long version, List<HealthCheckNodePort> ports) {}

  /** Has somebody told of each node whose rules are up to date. */
  void onSync(Consumer<String> listener) {
    synced = synced.andThen(listener);
  }

  ServiceTracker tracker() {
    return tracker;
  }

  private void serviceChanged(ObjectKey service) {
    proxiers.values().forEach(proxier -> proxier.serviceChanged(service));
    schedule.request();
  }

  void start(ProxiedNode node) {
    proxier(node).add(node);
    nodes.put(node.name(), node);
    schedule.add(node.name(), node.settings().minSyncPeriod());
    lookAfter(node.settings().syncPeriod());
  }

  void stop(String name) {
    ProxiedNode node = nodes.remove(name);
    if (node != null) {
      schedule.remove(name);
      healthChecks.remove(name);
      proxier(node).remove(node);
    }
  }

  /** The Node object changed. */
  void replace(ProxiedNode node) {
    ProxiedNode old = nodes.get(node.name());
    if (old != null && !old.equals(node)) {
      proxier(old).remove(old);
      proxier(node).add(node);
      nodes.put(node.name(), node);
      schedule.request(node.name());
    }
  }

  private Proxier proxier(ProxiedNode node) {
    ProxyMode mode = node.settings().mode();
    Proxier proxier = proxiers.get(mode);
    if (proxier == null) {
      throw new IllegalArgumentException(
          "mode " + mode + " of node " + node.name() + " is not modelled");
    }
    return proxier;
  }

  private void sync(List<String> names) {
    for (String name : names) {
      ProxiedNode node = nodes.get(name);
      if (node != null) {
        proxier(node).program(node);
        checkHealth(node);
        node.kernel().forget(family, tracker.staleFlows(node.settings().udpCleanup()));
        synced.accept(name);
      }
    }
  }

  private void checkHealth(ProxiedNode node) {
    HealthChecks known = healthChecks.get(node.name());
    if (known == null
        ? tracker.withHealthCheck().isEmpty()
        : known.version() == tracker.healthChecksVersion()) {
      return;
    }
    List<IpAddress> addresses =
        node.settings().nodePortAddresses().among(node.kernel().addresses());
    List<HealthCheckNodePort> ports = new ArrayList<>();
    for (ObjectKey key : tracker.withHealthCheck()) {
      ServiceSnapshot service = tracker.get(key);
      ports.add(
          new HealthCheckNodePort(
              key.namespace(),
              key.name(),
              service.healthCheckNodePort(),
              addresses,
              service.localReadyEndpoints(node.name())));
    }
    healthChecks.put(node.name(), new HealthChecks(tracker.healthChecksVersion(), ports));
    if (known == null || !known.ports().equals(ports)) {
      healthChecksChanged.accept(node);
    }
  }

  /** The health check ports that a node has for Services of this family. */
  List<HealthCheckNodePort> healthCheckPorts(String node) {
    HealthChecks known = healthChecks.get(node);
    return known == null ? List.of() : known.ports();
  }

  /** What the proxies of a node in userspace mode listen on. */
  List<String> listeners(String node) {
    return proxiers.get(ProxyMode.USERSPACE) instanceof UserspaceProxier proxier
        ? proxier.listeners(node)
        : List.of();
  }

  private void lookAfter(long period) {
    if (!looks.containsKey(period)) {
      looks.put(period, true);
      simulation.scheduleTimer(period, this, 0, period, null);
    }
  }

  /** Every so often proxies look whether their rules are still there (iptables.Monitor). */
  @Override
  public void onEvent(int kind, long period, @Nullable Object payload) {
    looks.remove(period);
    nodes.forEach(
        (name, node) -> {
          if (node.settings().syncPeriod() == period) {
            lookAfter(period);
            if (!node.kernel().hasRules(family)) {
              schedule.request(name);
            }
          }
        });
  }
}
