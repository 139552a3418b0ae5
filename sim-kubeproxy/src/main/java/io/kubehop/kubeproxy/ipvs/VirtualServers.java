package io.kubehop.kubeproxy.ipvs;

import com.google.common.collect.ImmutableSortedMap;
import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.RealServer;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The virtual servers of one family on one node, as its proxy keeps them. Two ports may ask for the
 * same address and port; the last one by name has it (kube-proxy leaves that to chance).
 */
final class VirtualServers {
  private static final int WEIGHT = 1;

  private final Ipvs ipvs;
  private final GracefulTermination termination;
  private final JournaledMap<VirtualServerKey, ImmutableSortedMap<String, ServerPlan>> claims;

  VirtualServers(Journal journal, Ipvs ipvs, GracefulTermination termination) {
    this.ipvs = ipvs;
    this.termination = termination;
    this.claims = new JournaledMap<>(journal);
  }

  /**
   * A port asks for a virtual server, or no longer does.
   *
   * @param first whether the proxy has just started, and gives drained servers their weight back
   */
  void claim(VirtualServerKey key, String port, @Nullable ServerPlan plan, boolean first) {
    ImmutableSortedMap<String, ServerPlan> before = claims.get(key);
    TreeMap<String, ServerPlan> changed = before == null ? new TreeMap<>() : new TreeMap<>(before);
    if (plan == null) {
      changed.remove(port);
    } else {
      changed.put(port, plan);
    }
    Map.Entry<String, ServerPlan> last = changed.lastEntry();
    if (last == null) {
      claims.remove(key);
      if (ipvs.service(key) != null) {
        ipvs.removeService(key);
      }
      return;
    }
    claims.put(key, ImmutableSortedMap.copyOf(changed));
    sync(last.getValue(), first);
  }

  private void sync(ServerPlan plan, boolean first) {
    VirtualServerKey key = plan.config().key();
    VirtualServer service = ipvs.service(key);
    if (service == null) {
      ipvs.addService(plan.config());
    } else if (!service.config().equals(plan.config())) {
      ipvs.editService(plan.config());
    }
    List<RealServer> present = service == null ? List.of() : service.servers();
    Set<String> wanted = new TreeSet<>();
    for (SocketAddress endpoint : plan.endpoints()) {
      wanted.add(endpoint.toString());
      add(key, endpoint, service == null ? null : service.server(endpoint), first);
    }
    for (RealServer server : present) {
      if (!wanted.contains(server.socket().toString())
          && !termination.contains(key, server.socket())) {
        termination.remove(key, server);
      }
    }
  }

  private void add(
      VirtualServerKey key, SocketAddress endpoint, @Nullable RealServer present, boolean first) {
    RealServerConfig config = RealServerConfig.masqueraded(endpoint, WEIGHT);
    if (present != null) {
      if (first && present.weight() != WEIGHT) {
        ipvs.editServer(key, config);
      }
      if (!termination.contains(key, endpoint)) {
        return;
      }
      termination.cutShort(key, endpoint);
    }
    ipvs.addServer(key, config);
  }

  /** Removes virtual servers of a family that no port asks for, but for excluded ranges. */
  void removeOthers(IpFamily family, List<Cidr> excluded) {
    for (VirtualServer service : ipvs.services()) {
      VirtualServerKey key = service.key();
      if (key.family() == family
          && !claims.containsKey(key)
          && excluded.stream().noneMatch(range -> range.contains(key.address()))) {
        ipvs.removeService(key);
      }
    }
  }
}
