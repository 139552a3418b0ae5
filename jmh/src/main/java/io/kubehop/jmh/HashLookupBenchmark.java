package io.kubehop.jmh;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.ConnectionTable;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatBinder;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.conntrack.TrackedPacket;
import io.kubehop.core.conntrack.Translator;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Simulation;
import java.util.HashMap;
import java.util.Map;
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
 * The baseline of {@link PacketBenchmark}: what a translation by hand would cost. A hash look-up
 * from the virtual address and port to the endpoints, one of them in turn, and the entry of the
 * connection with both its tuples in the same connection table. No rules, no routes, no hooks.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar 'Packet|HashLookup'}; unit: ns per packet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters first
public class HashLookupBenchmark {
  private static final long BETWEEN_CONNECTIONS = 10_000_000;
  private static final int CALLED = 10;

  /** How many Services there are. */
  @Param({"10", "1000", "10000", "30000"})
  public int services;

  private final Simulation simulation = new Simulation(1);
  private final ConnectionTable table = new ConnectionTable(simulation);
  private final NatBinder binder = new NatBinder(simulation, table, "ports");
  private final Map<Long, NatRange[]> endpoints = new HashMap<>();
  private final Carrier carrier = new Carrier();
  private int connection;

  /** The least that tracking needs. */
  private static final class Carrier implements TrackedPacket {
    final Packet packet = new Packet();
    @Nullable Connection connection;
    CtState state = CtState.UNTRACKED;
    boolean reply;

    @Override
    public Packet packet() {
      return packet;
    }

    @Override
    public @Nullable Connection connection() {
      return connection;
    }

    @Override
    public CtState ctState() {
      return state;
    }

    @Override
    public boolean isReply() {
      return reply;
    }

    @Override
    public void setTracked(
        @Nullable Connection found, CtState foundState, boolean inReplyDirection) {
      connection = found;
      state = foundState;
      reply = inReplyDirection;
    }
  }

  /** Fills the table of Services. */
  @Setup
  public void fill() {
    NatRange[] three = new NatRange[3];
    for (int i = 0; i < three.length; i++) {
      three[i] = NatRange.ofSocket(IpAddress.parse("10.244.0.11").plus(i), 8080);
    }
    for (int i = 0; i < services; i++) {
      endpoints.put(key(ServiceFixture.VIPS[i].low(), 80), three);
    }
  }

  private static long key(long address, int port) {
    return address << 16 | port;
  }

  /** A SYN to one of ten Services: looked up, translated, remembered. */
  @Benchmark
  public void firstPacketByHand() {
    connection++;
    Packet packet = carrier.packet;
    packet.clear();
    packet.setProtocol(Protocol.TCP.number());
    packet.setSource(ServiceFixture.CLIENT);
    packet.setSourcePort(1024 + connection % 60_000);
    packet.setDestination(ServiceFixture.VIPS[connection % CALLED * (services / CALLED)]);
    packet.setDestinationPort(80);
    packet.setTcpFlags(TcpFlags.SYN);
    table.track(carrier);
    Connection begun = carrier.connection;
    NatRange[] targets = endpoints.get(key(packet.destinationLow(), packet.destinationPort()));
    if (begun == null || targets == null) {
      throw new IllegalStateException("the packet begins no connection to a Service");
    }
    binder.bind(begun, NatKind.DESTINATION, targets[connection % targets.length]);
    Translator.apply(carrier, NatKind.DESTINATION);
    binder.bindNothing(begun, NatKind.SOURCE);
    table.confirm(begun);
    simulation.runUntil(simulation.now() + BETWEEN_CONNECTIONS);
  }
}
