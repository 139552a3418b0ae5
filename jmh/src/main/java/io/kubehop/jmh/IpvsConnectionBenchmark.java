package io.kubehop.jmh;

import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.IpvsPacket;
import io.kubehop.core.ipvs.IpvsVerdict;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.TimerWheel;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Simulation;
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
 * A packet of a connection that IPVS knows, from the client and from the server, among many that
 * are established; and the first packet of a new one, each beside one that ends, since connections
 * are spread over the minute for which a half-open one lives.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar IpvsConnection -prof gc}; unit: ns per packet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class IpvsConnectionBenchmark {
  private static final int SERVERS = 16;
  private static final long HALF_OPEN = 60_000_000_000L;
  private static final SocketAddress VIRTUAL = new SocketAddress(IpAddress.parse("10.96.0.1"), 80);

  /** How many connections there are. */
  @Param({"1000", "100000"})
  public int connections;

  private final Simulation simulation = new Simulation(1);
  private final Ipvs ipvs = new Ipvs(simulation, "node", TimerWheel.ON_TIME, ended -> {});
  private final Carrier carrier = new Carrier();
  private int next;

  /** The least that a host hands over. */
  private static final class Carrier implements IpvsPacket {
    final Packet packet = new Packet();
    @Nullable IpvsConnection connection;

    @Override
    public Packet packet() {
      return packet;
    }

    @Override
    public int mark() {
      return 0;
    }

    @Override
    public boolean isFromThisHost() {
      return false;
    }

    @Override
    public boolean isTracked() {
      return false;
    }

    @Override
    public @Nullable IpvsConnection ipvsConnection() {
      return connection;
    }

    @Override
    public void setIpvsConnection(IpvsConnection found) {
      connection = found;
    }
  }

  /** Connects clients 0 to n - 1, for each of which the server follows from its number. */
  @Setup
  public void connect() {
    VirtualServerKey key = VirtualServerKey.of(Protocol.TCP, VIRTUAL.address(), VIRTUAL.port());
    ipvs.addService(VirtualServerConfig.of(key, SchedulerKind.RR));
    for (int i = SERVERS - 1; i >= 0; i--) {
      SocketAddress socket = new SocketAddress(server(i), 8080);
      ipvs.addServer(key, RealServerConfig.masqueraded(socket, 1));
    }
    for (int i = 0; i < connections; i++) {
      request(i, TcpFlags.SYN);
    }
  }

  private static IpAddress server(int client) {
    return IpAddress.ofV4(0x0af40001 + client % SERVERS);
  }

  private void set(IpAddress from, int fromPort, IpAddress to, int toPort, int flags) {
    Packet packet = carrier.packet;
    packet.clear();
    packet.setProtocol(Protocol.TCP.number());
    packet.setSource(from);
    packet.setSourcePort(fromPort);
    packet.setDestination(to);
    packet.setDestinationPort(toPort);
    packet.setTcpFlags(flags);
    carrier.connection = null;
  }

  private IpvsVerdict request(int client, int flags) {
    set(IpAddress.ofV4(0x0a000000 + client), 40_000, VIRTUAL.address(), VIRTUAL.port(), flags);
    return ipvs.in(carrier);
  }

  /** The next client sends. */
  @Benchmark
  public IpvsVerdict request() {
    next = (next + 1) % connections;
    return request(next, TcpFlags.ACK);
  }

  /** The server of the next client answers. */
  @Benchmark
  public IpvsVerdict reply() {
    next = (next + 1) % connections;
    set(server(next), 8080, IpAddress.ofV4(0x0a000000 + next), 40_000, TcpFlags.ACK);
    return ipvs.out(carrier);
  }

  /** Another client calls. */
  @Benchmark
  public IpvsVerdict firstPacket() {
    next = (next + 1) & 0xffffff;
    simulation.runUntil(simulation.now() + HALF_OPEN / connections);
    return request(next, TcpFlags.SYN);
  }
}
