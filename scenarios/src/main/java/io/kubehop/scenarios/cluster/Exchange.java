package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Network;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.Attempt;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Share;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.TooManyBranchesException;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.TraceRecorder;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Made;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.node.ClusterNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Explores connections, then makes them. */
final class Exchange {
  private final Simulation simulation;
  private final ClusterNetwork cluster;
  private final Sources sources;
  private final ClusterDns dns;
  private final ClusterIngress ingress;
  private final GivenObjects given;
  private final Dialler dialler;

  Exchange(
      Simulation simulation,
      ControlPlane controlPlane,
      ClusterNetwork cluster,
      Sources sources,
      ClusterDns dns,
      ClusterIngress ingress,
      GivenObjects given) {
    this.simulation = simulation;
    this.cluster = cluster;
    this.sources = sources;
    this.dns = dns;
    this.ingress = ingress;
    this.given = given;
    this.dialler = new Dialler(controlPlane);
  }

  Connection send(Request request, TraceDepth depth) {
    IntFunction<Dial> dials = dials(request, Manner.ONE_ATTEMPT);
    Entry entry = entry(request);
    try {
      return send(request, depth, dials);
    } finally {
      entry.close();
    }
  }

  /**
   * Prepares connections.
   *
   * @return makes one of them, by its number from 0
   * @throws NotPossibleException if the client, or the address to call, is not there now
   */
  IntFunction<Dial> dials(Request request, Manner manner) {
    Host client = sources.host(request);
    if (request.asksForName()) {
      Resolver resolver = dns.resolver(sources.asker(request.source(), client), Optional.empty());
      String name = request.destination().host();
      return i ->
          new NamedDial(
              simulation,
              resolver,
              name,
              address -> dialler.dial(client, request, address, i, manner));
    }
    IpAddress address = address(request);
    return i -> dialler.dial(client, request, address, i, manner);
  }

  /** Has the packets of a request enter the cluster where they should, until it is closed. */
  Entry entry(Request request) {
    return request.asksForName() ? Entry.NOWHERE : Entry.open(request, address(request), cluster);
  }

  /** Every way that a connection could go; afterwards nothing has happened. */
  List<Way> explore(Request request) {
    IntFunction<Dial> dials = dials(request, Manner.ONE_ATTEMPT);
    Entry entry = entry(request);
    try {
      return explore(dials.apply(0), TraceDepth.NORMAL);
    } catch (TooManyBranchesException tooMany) {
      throw tooMany();
    } finally {
      entry.close();
    }
  }

  private static NotPossibleException tooMany() {
    return new NotPossibleException(
        "this connection can go more than " + Explorer.BRANCH_LIMIT + " ways");
  }

  /** The address that a client connects to that asks no resolver in the cluster. */
  private IpAddress address(Request request) {
    return request
        .http()
        .via()
        .or(() -> request.destination().address())
        .orElseGet(() -> ingress.addressOf(request));
  }

  private Connection send(Request request, TraceDepth depth, IntFunction<Dial> dials) {
    try {
      List<Way> ways = explore(dials.apply(0), depth);
      List<Made> made = new ArrayList<>();
      for (int i = 0; i < request.count(); i++) {
        made.add(make(dials.apply(i), i == 0, depth));
      }
      return new Connection(request, ways, made, List.of());
    } catch (TooManyBranchesException tooMany) {
      throw tooMany();
    }
  }

  private List<Way> explore(Dial dial, TraceDepth depth) {
    Map<Ending, Share> shares = new LinkedHashMap<>();
    Map<Ending, List<Hop>> hops = new LinkedHashMap<>();
    Watched watched = new Watched(dial, cluster.network(), depth);
    for (Branch<Watched.Result> branch : new Explorer(simulation).explore(watched)) {
      Ending ending = branch.result().ending();
      shares.merge(ending, branch.share(), Share::plus);
      hops.putIfAbsent(ending, given.withPlaces(branch.result().hops()));
    }
    cluster.network().setRecorder(Recorder.NONE);
    List<Way> ways = new ArrayList<>();
    shares.forEach(
        (ending, share) -> ways.add(new Way(share, ending, hops.getOrDefault(ending, List.of()))));
    return ways;
  }

  private Made make(Dial dial, boolean recorded, TraceDepth depth) {
    Network network = cluster.network();
    TraceRecorder recorder = new TraceRecorder(depth.allRules(), simulation.journal());
    Dial.Dialled result =
        simulation.asActivity(
            () -> {
              network.setRecorder(
                  recorded ? new ActivityRecorder(simulation, recorder) : Recorder.NONE);
              return dial.complete();
            });
    network.setRecorder(Recorder.NONE);
    return new Made(
        result.ending(),
        result.begun(),
        result.ended(),
        given.withPlaces(recorder.hops()),
        result.resolution());
  }

  /** A connection of which each way is written down, if that was asked for. */
  private static final class Watched implements Attempt<Watched.Result> {
    private final Dial dial;
    private final Network network;
    private final TraceDepth depth;
    private TraceRecorder recorder;

    record Result(Ending ending, List<Hop> hops) {}

    Watched(Dial dial, Network network, TraceDepth depth) {
      this.dial = dial;
      this.network = network;
      this.depth = depth;
      this.recorder = newRecorder();
    }

    @Override
    public void begin() {
      recorder = newRecorder();
      network.setRecorder(depth.allWays() ? recorder : Recorder.NONE);
      dial.begin();
    }

    private TraceRecorder newRecorder() {
      return new TraceRecorder(depth.allRules(), network.simulation().journal());
    }

    @Override
    public @Nullable Result result() {
      Dial.Dialled result = dial.result();
      return result == null ? null : new Result(result.ending(), recorder.hops());
    }
  }
}
