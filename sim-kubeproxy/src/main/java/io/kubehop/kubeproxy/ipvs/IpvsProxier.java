package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.host.Sysctl;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsSysctls;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.kubeproxy.config.IpvsSettings;
import io.kubehop.kubeproxy.node.HostIpvs;
import io.kubehop.kubeproxy.services.ServiceTracker;
import io.kubehop.kubeproxy.sync.ProxiedNode;
import io.kubehop.kubeproxy.sync.Proxier;
import io.kubehop.service.api.ObjectKey;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** kube-proxy in ipvs mode, for all nodes that run it, in one address family. */
public final class IpvsProxier implements Proxier, EventHandler {
  /** How often real servers on their way out are looked at (rsCheckDeleteInterval). */
  private static final long MINUTE = 60_000_000_000L;

  private static final int MOST_KNOWN_RULES = 64;

  private final Simulation simulation;
  private final IpFamily family;
  private final ServiceTracker tracker;
  private final JournaledMap<String, NodeTables> nodes;
  private final JournaledMap<String, Long> starts;
  private final JournaledMap<String, Boolean> looks;

  /** Rules follow from what they depend on; nodes with equal ones share one object. */
  private final Map<RuleInputs, Ruleset> rules = new LinkedHashMap<>();

  /** Makes a proxier without nodes. */
  public IpvsProxier(Simulation simulation, IpFamily family, ServiceTracker tracker) {
    this.simulation = simulation;
    this.family = family;
    this.tracker = tracker;
    this.nodes = new JournaledMap<>(simulation.journal());
    this.starts = new JournaledMap<>(simulation.journal());
    this.looks = new JournaledMap<>(simulation.journal());
  }

  @Override
  public void add(ProxiedNode node) {
    IpvsSettings settings = node.settings().ipvs();
    Ipvs ipvs = node.kernel().ipvs().ipvs();
    int reuse = ipvs.sysctls().connReuseMode();
    IpvsSysctls wanted = HostIpvs.SYSCTLS;
    ipvs.setSysctls(
        new IpvsSysctls(
            wanted.conntrack(),
            wanted.expireNodestConn(),
            wanted.expireQuiescentTemplate(),
            reuse));
    node.kernel().set(Sysctl.IP_FORWARD, 1);
    if (settings.strictARP()) {
      node.kernel().set(Sysctl.ARP_IGNORE, 1);
      node.kernel().set(Sysctl.ARP_ANNOUNCE, 2);
    }
    ipvs.setTimeouts(settings.timeouts());
    nodes.put(node.name(), new NodeTables(simulation.journal(), family, node, tracker));
    starts.put(node.name(), simulation.now());
  }

  @Override
  public void remove(ProxiedNode node) {
    nodes.remove(node.name());
    starts.remove(node.name());
  }

  @Override
  public void serviceChanged(ObjectKey service) {
    nodes.forEach((name, tables) -> tables.serviceChanged(service));
  }

  @Override
  public void program(ProxiedNode node) {
    NodeTables tables = nodes.get(node.name());
    if (tables == null) {
      throw new IllegalStateException("no proxy runs on node " + node.name());
    }
    tables.program(this::rules);
    lookLater(node.name(), tables);
  }

  private Ruleset rules(RuleInputs inputs) {
    if (rules.size() >= MOST_KNOWN_RULES) {
      rules.clear();
    }
    return rules.computeIfAbsent(inputs, IpvsRules::of);
  }

  /** Looks come every minute from the proxy's start on; without work for them they are left out. */
  private void lookLater(String node, NodeTables tables) {
    Long start = starts.get(node);
    if (start != null && !tables.termination().isEmpty() && !looks.containsKey(node)) {
      looks.put(node, true);
      long untilNext = MINUTE - (simulation.now() - start) % MINUTE;
      simulation.scheduleTimer(untilNext, this, 0, 0, node);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof String node) {
      looks.remove(node);
      NodeTables tables = nodes.get(node);
      if (tables != null) {
        tables.termination().look();
        lookLater(node, tables);
      }
    }
  }
}
