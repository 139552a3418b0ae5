package io.kubehop.service.policy;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.host.DepartureFilter;
import io.kubehop.core.host.Flight;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of the network plugin that enforces NetworkPolicies, on all nodes. A node judges the
 * first packet of a connection: what its own Pods make, by their egress rules, and what comes to
 * them, by their ingress rules; addresses are those behind a Service, and before masquerading.
 * Answers pass, and so does whatever the node itself sends to its Pods. A packet that nothing
 * allows is dropped.
 */
public final class PolicyAgent implements EventHandler {
  /** From a change to the rules of all nodes. */
  private static final long DELAY = 5_000_000;

  private final Simulation simulation;
  private final ControlPlane controlPlane;
  private final RefCell<Map<IpAddress, GuardedPod>> pods;
  private final LongCell pending;

  /** Begins to watch policies, Pods and Namespaces. */
  public PolicyAgent(Simulation simulation, ControlPlane controlPlane) {
    this.simulation = simulation;
    this.controlPlane = controlPlane;
    this.pods = new RefCell<>(simulation.journal(), new TreeMap<>());
    this.pending = new LongCell(simulation.journal(), 0);
    controlPlane.watch(NetworkPolicy.class, event -> request());
    controlPlane.watch(Pod.class, event -> requestIfUsed());
    controlPlane.watch(Namespace.class, event -> requestIfUsed());
  }

  private void requestIfUsed() {
    if (!controlPlane.apiServer().list(NetworkPolicy.class).isEmpty()) {
      request();
    }
  }

  private void request() {
    if (pending.get() == 0) {
      pending.set(1);
      simulation.scheduleWork(DELAY, this, 0, 0, null);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    pending.set(0);
    pods.set(PolicyCompiler.compile(controlPlane.apiServer()));
  }

  /** What judges the packets that leave a node. */
  public DepartureFilter filterOf(String node) {
    return flight -> refusal(node, flight);
  }

  private @Nullable String refusal(String node, Flight flight) {
    Map<IpAddress, GuardedPod> known = pods.get();
    Skb skb = flight.skb();
    if (known.isEmpty() || skb.inDevice() == null || belongsToAllowed(skb)) {
      return null;
    }
    Packet packet = skb.packet();
    IpAddress source = packet.source();
    IpAddress destination = packet.destination();
    if (source.equals(destination)) {
      return null; // a Pod always reaches itself
    }
    GuardedPod from = known.get(source);
    GuardedPod to = known.get(destination);
    if (from != null && from.node().equals(node)) {
      Map<String, List<Integer>> named = to == null ? ImmutableMap.of() : to.namedPorts();
      String refused = judge(from.egress(), destination, packet, named, "egress of " + from.name());
      if (refused != null) {
        return refused;
      }
    }
    return to != null && to.node().equals(node)
        ? judge(to.ingress(), source, packet, to.namedPorts(), "ingress of " + to.name())
        : null;
  }

  /** What belongs to a connection whose first packet passed. */
  private static boolean belongsToAllowed(Skb skb) {
    return skb.ctState() == CtState.ESTABLISHED || skb.ctState() == CtState.RELATED;
  }

  private static @Nullable String judge(
      Optional<Isolation> isolation,
      IpAddress peer,
      Packet packet,
      Map<String, List<Integer>> named,
      String what) {
    if (isolation.isEmpty()) {
      return null;
    }
    boolean allowed =
        isolation.get().allowances().stream()
            .anyMatch(
                rule -> rule.allows(peer, packet.protocol(), packet.destinationPort(), named));
    return allowed
        ? null
        : "NetworkPolicy: no rule of "
            + String.join(", ", isolation.get().policies())
            + " allows this "
            + what;
  }
}
