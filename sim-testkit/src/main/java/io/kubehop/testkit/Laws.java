package io.kubehop.testkit;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.service.api.Node;
import io.kubehop.testkit.internal.CalledPort;
import io.kubehop.testkit.internal.FailedConnection;
import io.kubehop.testkit.internal.Replies;
import io.kubehop.testkit.internal.Rollout;
import io.kubehop.testkit.internal.Targets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What should hold in every cluster, whatever is in it. Each law makes connections from a process
 * on every node to every port of every Service at its cluster IPs, and throws an {@code
 * AssertionError} that shows the first connection that breaks it.
 *
 * <p>They are made for properties, with the clusters that {@code io.kubehop.testkit.property}
 * draws, and serve as well for one cluster that there is.
 */
public final class Laws {
  private Laws() {}

  /** One connection of a law: who calls, what is called, and what came of it. */
  private record Call(String node, CalledPort port, Connection connection) {

    /** The endpoints of all ways and of all connections that were made. */
    Set<SocketAddress> endpoints() {
      Set<SocketAddress> endpoints = new LinkedHashSet<>(connection.endpoints());
      connection.chosen().stream().flatMap(Optional::stream).forEach(endpoints::add);
      return endpoints;
    }

    Set<SocketAddress> ready() {
      return port.endpoints(node, each -> each.conditions().isReady());
    }
  }

  /** Makes a connection from each node, and looks at it at once. */
  private interface Look {
    void at(Call call);
  }

  private static void everywhere(ClusterSimulation cluster, Look look) {
    List<Node> nodes = Targets.all(cluster, Node.class);
    for (CalledPort port : CalledPort.all(cluster)) {
      for (Node node : nodes) {
        String name = node.metadata().name();
        look.at(new Call(name, port, cluster.send(port.from(name))));
      }
    }
  }

  /**
   * Every endpoint that is ready is reached, from each node that is to reach it; and where there is
   * one, no connection fails. Of a Service with affinity, some endpoint is reached.
   */
  public static void everyReadyEndpointIsReachable(ClusterSimulation cluster) {
    everywhere(cluster, Laws::reachesReady);
  }

  private static void reachesReady(Call call) {
    Set<SocketAddress> missing = new LinkedHashSet<>(call.ready());
    if (missing.isEmpty()) {
      return;
    }
    String wanted = "to reach every ready endpoint of " + call.port() + ": " + missing;
    Map<String, ?> outcome = Collections.singletonMap("outcome", Outcome.DELIVERED.toString());
    if (call.connection().outcome() != Outcome.DELIVERED) {
      throw broken(call, wanted, "it was " + call.connection().outcomes(), outcome);
    }
    missing.removeAll(call.endpoints());
    if (!missing.isEmpty() && !call.port().hasAffinity()) {
      throw broken(call, wanted, "it never reaches " + missing, endpoints(call.ready()));
    }
  }

  /** No endpoint that is on its way out gets a connection, as long as another one is ready. */
  public static void noTrafficToTerminatingPods(ClusterSimulation cluster) {
    everywhere(cluster, Laws::sparesTerminating);
  }

  private static void sparesTerminating(Call call) {
    Set<SocketAddress> hit =
        new LinkedHashSet<>(
            call.port().endpoints(call.node(), each -> each.conditions().isTerminating()));
    hit.retainAll(call.endpoints());
    if (!hit.isEmpty() && !call.ready().isEmpty()) {
      throw broken(
          call,
          "to spare the terminating endpoints of " + call.port(),
          "it reaches " + hit + " while " + call.ready() + " are ready",
          endpoints(call.ready()));
    }
  }

  /** Every answer comes to the client from the address and port that the client called. */
  public static void replyFromCalledAddress(ClusterSimulation cluster) {
    everywhere(cluster, Laws::answersFromCalled);
  }

  private static void answersFromCalled(Call call) {
    SocketAddress called = new SocketAddress(call.port().address(), call.port().port().port());
    for (SocketAddress source : Replies.sources(call.connection())) {
      if (!source.equals(called)) {
        throw broken(
            call,
            "to be answered from " + called,
            "the answer comes from " + source,
            Collections.emptyMap());
      }
    }
  }

  /**
   * The same cluster behaves alike in every mode of kube-proxy: the same outcomes, and but for
   * Services with affinity the same endpoints. Where no endpoint is ready for the client, {@code
   * userspace} and, for a Service with {@code internalTrafficPolicy: Local}, {@code ipvs} are left
   * out, since there the real ones differ too (docs/modes.md).
   *
   * @param start starts the cluster in a mode, such as {@code generated::start}
   * @param modes at least two of {@code userspace}, {@code iptables}, {@code ipvs}, {@code
   *     nftables}
   */
  public static void modesAgree(Function<String, ClusterSimulation> start, String... modes) {
    Map<String, String> first = new LinkedHashMap<>();
    for (String mode : modes) {
      everywhere(
          start.apply(mode),
          call -> {
            if (differsByDesign(mode, call)) {
              return;
            }
            String where = call.node() + " -> " + call.port();
            String found = inWords(call);
            String known = first.putIfAbsent(where, found);
            if (known != null && !known.equals(found)) {
              throw broken(
                  call,
                  "in mode " + mode + " to end as in mode " + modes[0] + ": " + known,
                  "it was " + found,
                  Collections.emptyMap());
            }
          });
    }
  }

  private static boolean differsByDesign(String mode, Call call) {
    boolean unknowing = mode.equals("userspace");
    boolean fallsBack = mode.equals("ipvs") && call.port().isInternallyLocal();
    return call.ready().isEmpty() && (unknowing || fallsBack);
  }

  private static String inWords(Call call) {
    return call.port().hasAffinity()
        ? call.connection().outcomes().toString()
        : call.connection().outcomes() + " at " + new TreeSet<>(call.endpoints());
  }

  /**
   * No connection fails while objects are replaced: one is begun each tenth of a second, from one
   * second before the change until a minute after it.
   *
   * @param before the cluster
   * @param after the objects that are applied to it
   * @param from who calls, as {@code from} of a scenario
   * @param to what is called, as {@code to} of a scenario
   */
  public static void noLossDuringRollout(
      Manifests before, Manifests after, String from, String to) {
    Rollout.check(before.scenario(), after.scenario().objects(), from, to);
  }

  private static Map<String, ?> endpoints(Set<SocketAddress> expected) {
    return Collections.singletonMap(
        "endpoints", expected.stream().map(SocketAddress::toString).toList());
  }

  private static AssertionError broken(
      Call call, String wanted, String found, Map<String, ?> expected) {
    return new AssertionError(FailedConnection.text(call.connection(), wanted, found, expected));
  }
}
