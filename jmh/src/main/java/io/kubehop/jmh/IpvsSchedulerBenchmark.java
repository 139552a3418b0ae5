package io.kubehop.jmh;

import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.TimerWheel;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.Candidate;
import io.kubehop.core.ipvs.scheduler.Scheduler;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One decision of each scheduler, for clients whose addresses follow one another, among servers of
 * weights 1 to 4 without connections; and the first decision after a change of servers, for which
 * sh, dh and mh fill their tables anew.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar IpvsScheduler -prof gc}; unit: ns per decision.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class IpvsSchedulerBenchmark {
  private static final IpAddress VIP = IpAddress.parse("10.96.0.1");

  /** How servers are chosen. */
  @Param({
    "RR", "WRR", "LC", "WLC", "SH", "DH", "MH", "SED", "NQ", "LBLC", "LBLCR", "FO", "OVF", "TWOS"
  })
  public SchedulerKind kind;

  /** How many servers there are. */
  @Param({"3", "100"})
  public int servers;

  private Scheduler scheduler;
  private final Packet packet = new Packet();
  private int client = 0x0a000000;

  /** Adds the servers. */
  @Setup
  public void serve() {
    Simulation simulation = new Simulation(1);
    Ipvs ipvs = new Ipvs(simulation, "node", TimerWheel.ON_TIME, ended -> {});
    VirtualServerKey key = VirtualServerKey.of(Protocol.TCP, VIP, 80);
    ipvs.addService(VirtualServerConfig.of(key, kind));
    for (int i = 1; i <= servers; i++) {
      SocketAddress socket = new SocketAddress(IpAddress.ofV4(0x0af40000 + i), 8080);
      ipvs.addServer(key, RealServerConfig.masqueraded(socket, 1 + i % 4));
    }
    VirtualServer service = Objects.requireNonNull(ipvs.service(key));
    scheduler = kind.create(service, simulation, simulation.random().stream("benchmark"));
    packet.setProtocol(Protocol.TCP.number());
    packet.setDestination(VIP);
    packet.setDestinationPort(80);
  }

  /** For the next client. */
  @Benchmark
  public @Nullable Candidate decision() {
    packet.setSource(IpAddress.ofV4(client++));
    return scheduler.schedule(packet);
  }

  /** For the next client, after a change of servers. */
  @Benchmark
  public @Nullable Candidate decisionAfterChange() {
    scheduler.serversChanged();
    return decision();
  }
}
