package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Network;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explores connections, then makes them. */
final class Exchange {
  private static final long PATIENCE = Duration.ofSeconds(1).toNanos();
  private static final String MESSAGE = "request";

  private final Simulation simulation;
  private final ClusterNetwork cluster;
  private final Sources sources;
  private final Endings endings;

  Exchange(Simulation simulation, ControlPlane controlPlane, ClusterNetwork cluster) {
    this.simulation = simulation;
    this.cluster = cluster;
    this.sources = new Sources(controlPlane, cluster);
    this.endings = new Endings(controlPlane);
  }

  Connection send(Request request, TraceDepth depth) {
    Host client = sources.host(request);
    IpAddress address = Destinations.address(request.destination());
    Entry entry = Entry.open(request, address, cluster);
    try {
      List<Way> ways = explore(() -> call(client, request, address, 0), depth);
      List<Made> made = new ArrayList<>();
      for (int i = 0; i < request.count(); i++) {
        made.add(make(call(client, request, address, i), i == 0, depth));
      }
      return new Connection(request, ways, made, List.of());
    } catch (TooManyBranchesException tooMany) {
      throw new NotPossibleException(
          "this connection can go more than " + Explorer.BRANCH_LIMIT + " ways");
    } finally {
      entry.close();
    }
  }

  private static Call call(Host client, Request request, IpAddress address, int number) {
    IpAddress own = Sources.addressOf(request.source());
    int sourcePort = request.sourcePort().map(port -> port + number).orElse(0);
    return new Call(
        client,
        new Call.Target(
            request.destination().scheme().protocol(),
            new SocketAddress(address, request.destination().port()),
            own,
            sourcePort,
            PATIENCE,
            MESSAGE));
  }

  private interface Calls {
    Call next();
  }

  private List<Way> explore(Calls calls, TraceDepth depth) {
    Map<Ending, Share> shares = new LinkedHashMap<>();
    Map<Ending, List<Hop>> hops = new LinkedHashMap<>();
    Watched watched = new Watched(calls.next(), cluster.network(), depth);
    for (Branch<Watched.Result> branch : new Explorer(simulation).explore(watched)) {
      Ending ending = endings.of(branch.result().call());
      shares.merge(ending, branch.share(), Share::plus);
      hops.putIfAbsent(ending, branch.result().hops());
    }
    cluster.network().setRecorder(Recorder.NONE);
    List<Way> ways = new ArrayList<>();
    shares.forEach(
        (ending, share) -> ways.add(new Way(share, ending, hops.getOrDefault(ending, List.of()))));
    return ways;
  }

  private Made make(Call call, boolean recorded, TraceDepth depth) {
    Network network = cluster.network();
    TraceRecorder recorder = new TraceRecorder(depth.allRules());
    if (recorded) {
      network.setRecorder(recorder);
    }
    CallResult result = call.complete();
    network.setRecorder(Recorder.NONE);
    return new Made(endings.of(result), result.begun(), result.ended(), recorder.hops());
  }

  /** A call of which each way is written down, if that was asked for. */
  private static final class Watched implements Attempt<Watched.Result> {
    private final Call call;
    private final Network network;
    private final TraceDepth depth;
    private TraceRecorder recorder;

    record Result(CallResult call, List<Hop> hops) {}

    Watched(Call call, Network network, TraceDepth depth) {
      this.call = call;
      this.network = network;
      this.depth = depth;
      this.recorder = new TraceRecorder(depth.allRules());
    }

    @Override
    public void begin() {
      recorder = new TraceRecorder(depth.allRules());
      network.setRecorder(depth.allWays() ? recorder : Recorder.NONE);
      call.begin();
    }

    @Override
    public @Nullable Result result() {
      CallResult result = call.result();
      return result == null ? null : new Result(result, recorder.hops());
    }
  }
}
