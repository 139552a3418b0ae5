package io.kubehop.kernel;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpFamily;
import io.kubehop.kernel.GeneratedCluster.Probe;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes the connections of generated clusters in both worlds and compares. */
final class ClusterJudge {
  private static final int FIRST_PORT = 33_000;
  private static final int LAST_PORT = 60_000;
  private static final int PATIENCE = 300;
  private static final int MORE_PATIENCE = 2_500;
  private static final int FEW = 6;

  /** With four endpoints, one in 10^6 rounds misses one. */
  private static final int MANY = 48;

  private static final int ROUNDS = 4;

  private final ClusterLab lab;
  private final String mode;
  private final Map<String, Integer> nextPorts = new LinkedHashMap<>();
  private int connections;
  private int delivered;

  ClusterJudge(ClusterLab lab, String mode) {
    this.lab = lab;
    this.mode = mode;
  }

  /** What is possible: how it ends, and where it arrives from whom. */
  private record Possible(Set<String> outcomes, Set<String> seen) {
    boolean covers(Possible other) {
      return outcomes.containsAll(other.outcomes) && seen.containsAll(other.seen);
    }
  }

  /** What differs in the cluster of a seed; empty if nothing does. */
  List<String> differences(long seed) {
    GeneratedCluster cluster = GeneratedCluster.of(seed, mode);
    ClusterSimulation model = ClusterSimulation.fromYaml(cluster.manifests());
    for (String node : ClusterLab.NODES) {
      String text = model.rules(node, IpFamily.IPV4);
      lab.load(
          node,
          mode.equals("nftables")
              ? ProxyRules.nftables(text)
              : ProxyRules.iptables(text, cluster.routeLocalnet()));
    }
    Map<Probe, Connection> explored = new LinkedHashMap<>();
    cluster.probes().forEach(probe -> explored.put(probe, model.send(request(probe))));
    connections += explored.size();
    List<String> differences = new ArrayList<>();
    compare(explored)
        .forEach((probe, real) -> differences.add(report(seed, explored.get(probe), probe, real)));
    return differences;
  }

  private static Request request(Probe probe) {
    String source =
        ClusterLab.NODES.contains(probe.from())
            ? "node/" + probe.from()
            : probe.from().equals(ClusterLab.CLIENT)
                ? "external/" + ClusterLab.CLIENT_ADDRESS
                : "pod/default/" + probe.from();
    Request request =
        Request.of(source, probe.protocol() + "://" + probe.address() + ":" + probe.port());
    boolean virtual = !probe.address().startsWith("192.");
    return probe.from().equals(ClusterLab.CLIENT) && virtual ? request.withNode("node-a") : request;
  }

  /** The connections that end otherwise, with all that was seen of them. */
  private Map<Probe, Possible> compare(Map<Probe, Connection> explored) {
    Map<Probe, Possible> ours = new LinkedHashMap<>();
    explored.forEach((probe, connection) -> ours.put(probe, possible(probe, connection)));
    Map<Probe, Possible> real = new LinkedHashMap<>();
    List<Probe> all = List.copyOf(ours.keySet());
    all.forEach(probe -> real.put(probe, new Possible(new TreeSet<>(), new TreeSet<>())));
    repeat(all, 1, PATIENCE, real);
    repeat(real.keySet().stream().filter(p -> isMade(real.get(p))).toList(), FEW, PATIENCE, real);
    repeat(unlike(ours, real), MANY, PATIENCE, real);
    for (int round = 0; round < ROUNDS; round++) {
      repeatAlone(unlike(ours, real), real);
    }
    delivered += (int) real.values().stream().filter(ClusterJudge::isMade).count();
    real.keySet().retainAll(unlike(ours, real));
    return real;
  }

  /** A busy machine may be late: each once more by itself, with more patience. */
  private void repeatAlone(List<Probe> doubtful, Map<Probe, Possible> real) {
    for (Probe probe : doubtful) {
      real.get(probe).outcomes().remove("ETIMEDOUT");
      repeat(List.of(probe), MANY / ROUNDS, MORE_PATIENCE, real);
    }
  }

  private static boolean isMade(Possible possible) {
    return !possible.seen().isEmpty();
  }

  /** A client that keeps its endpoint sees one of those that are possible. */
  private static List<Probe> unlike(Map<Probe, Possible> ours, Map<Probe, Possible> real) {
    return ours.keySet().stream()
        .filter(
            probe ->
                probe.sticky()
                    ? !ours.get(probe).covers(real.get(probe)) || real.get(probe).seen().size() > 1
                    : !ours.get(probe).equals(real.get(probe)))
        .toList();
  }

  private void repeat(List<Probe> probes, int times, int patience, Map<Probe, Possible> into) {
    List<RealCall> calls = new ArrayList<>();
    List<Probe> of = new ArrayList<>();
    for (Probe probe : probes) {
      for (int i = 0; i < times; i++) {
        of.add(probe);
        calls.add(
            new RealCall(
                probe.from(), probe.protocol(), probe.address(), probe.port(), port(probe.from())));
      }
    }
    List<Answer> answers = calls.isEmpty() ? List.of() : lab.call(calls, patience);
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      into.get(of.get(i)).outcomes().add(outcome(of.get(i), answer.errno()));
      if (answer.isDelivered()) {
        into.get(of.get(i)).seen().add(answer.endpoint() + " from " + answer.client());
      }
    }
  }

  private int port(String machine) {
    int port = nextPorts.getOrDefault(machine, FIRST_PORT);
    nextPorts.put(machine, port == LAST_PORT ? FIRST_PORT : port + 1);
    return port;
  }

  private static Possible possible(Probe probe, Connection explored) {
    Set<String> outcomes = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    explored
        .ways()
        .forEach(
            way -> {
              String errno =
                  way.ending().failure().map(failure -> failure.error().name()).orElse("");
              outcomes.add(outcome(probe, errno));
              if (way.ending().outcome() == Outcome.DELIVERED) {
                seen.add(
                    way.ending().endpoint().orElseThrow()
                        + " from "
                        + way.ending().sourceIP().orElseThrow());
              }
            });
    return new Possible(outcomes, seen);
  }

  /**
   * Over UDP a program is told of closed ports, and of little else; on the node itself a rule that
   * drops looks like one that refuses (EPERM).
   */
  private static String outcome(Probe probe, String errno) {
    if (errno.isEmpty() || probe.protocol().equals("tcp")) {
      return errno;
    }
    boolean told = errno.equals("ECONNREFUSED") && !ClusterLab.NODES.contains(probe.from());
    return told ? errno : "ETIMEDOUT";
  }

  private static String report(long seed, Connection ours, Probe probe, Possible real) {
    return "seed "
        + seed
        + ": "
        + probe
        + "\n  kernel: "
        + real
        + "\n  ours:   "
        + possible(probe, ours)
        + "\n"
        + ours;
  }

  @Override
  public String toString() {
    return connections + " connections, " + delivered + " of them delivered";
  }
}
