package io.kubehop.laws;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Share;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.node.NodeMachine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A settled cluster with a generated Service, and its client. */
final class CalledService {
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

  private final GeneratedService service;
  private final Cluster cluster;
  private final Simulation simulation;
  private final Host client;

  CalledService(GeneratedService service) {
    this.service = service;
    Scenario scenario = new ManifestInputs().addText("generated", service.manifests()).load();
    this.cluster = Cluster.start(scenario);
    cluster.settle();
    this.simulation = cluster.network().network().simulation();
    this.client = client();
  }

  private Host client() {
    if (service.client() == GeneratedService.Client.NODE) {
      return cluster.network().node(service.clientNode()).map(NodeMachine::host).orElseThrow();
    }
    ObjectKey key = new ObjectKey(Pod.KIND, "shop", service.clientPod());
    return cluster.network().hostOf((Pod) cluster.find(key)).orElseThrow();
  }

  private Call prepared() {
    SocketAddress address = new SocketAddress(IpAddress.parse(GeneratedService.ADDRESS), 80);
    return new Call(
        client, new Call.Target(service.protocol(), address, null, 0, PATIENCE, "hello"));
  }

  /** Makes a connection. */
  CallResult call() {
    return prepared().complete();
  }

  private List<Branch<CallResult>> branches() {
    return new Explorer(simulation).explore(prepared());
  }

  /** The share of each endpoint. */
  Map<String, Share> explore() {
    Map<String, Share> shares = new TreeMap<>();
    branches().forEach(way -> shares.merge(endpoint(way.result()), way.share(), Share::plus));
    return shares;
  }

  Set<Outcome> exploredOutcomes() {
    return branches().stream().map(way -> way.result().outcome()).collect(Collectors.toSet());
  }

  /** The endpoints of many connections; the client is away between them for as long as it takes. */
  Set<String> sample(int connections) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < connections; i++) {
      found.add(endpoint(call()));
      cluster.runUntil(cluster.now().plusSeconds(service.affinitySeconds() + 1L));
    }
    return found;
  }

  /** Where a connection was answered. */
  String endpoint(CallResult result) {
    return Objects.requireNonNull(result.answer(), result::toString).server().toString();
  }

  /** Of everything that a call could change. */
  long digest() {
    return new StateDigest()
        .add(simulation)
        .add(cluster.network().network())
        .add(cluster.controlPlane())
        .value();
  }
}
