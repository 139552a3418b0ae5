package io.kubehop.jmh;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Link;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
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
 * One packet through a whole node: in by a Pod's cable, PREROUTING with connection tracking, the
 * rules of all Services, routing, FORWARD (in ipvs mode INPUT and OUTPUT), POSTROUTING, out by
 * another Pod's cable (where it is lost, so that only the node is measured). The first packet of a
 * connection is translated by the rules; a packet of an established flow by what the node
 * remembers. A node keeps some 12,000 connections that have not timed out.
 *
 * <p>{@code java -jar jmh/target/benchmarks.jar Packet -prof gc}; unit: ns per packet.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up first
public class PacketBenchmark {
  private static final long BETWEEN_CONNECTIONS = 10_000_000;
  private static final int CALLED = 10;

  /** How many Services the node has rules for. */
  @Param({"10", "1000", "10000", "30000"})
  public int services;

  /** The mode of kube-proxy. */
  @Param({"iptables", "ipvs"})
  public String mode;

  private ServiceFixture fixture;
  private NetworkInterface cable;
  private final Packet packet = new Packet();
  private int connection;

  /** Builds the cluster and one established flow. */
  @Setup
  public void build() {
    fixture = new ServiceFixture(services, mode);
    Host node = fixture.cluster.firstNodeByName().host();
    for (NetworkInterface device : node.interfaces()) {
      Link link = device.link();
      if (device.name().startsWith("veth") && link != null) {
        link.setQuality(new Link.Quality(link.quality().latency(), 1.0));
        if (link.name().contains(ServiceFixture.CLIENT.toString())) {
          cable = device;
        }
      }
    }
    Objects.requireNonNull(cable);
  }

  private void send(int service, int sourcePort, int flags) {
    packet.clear();
    packet.setProtocol(Protocol.TCP.number());
    packet.setSource(ServiceFixture.CLIENT);
    packet.setSourcePort(sourcePort);
    packet.setDestination(ServiceFixture.VIPS[service]);
    packet.setDestinationPort(80);
    packet.setTcpFlags(flags);
    packet.setLength(60);
    Packet arriving = fixture.cluster.network().takePacket();
    arriving.copyFrom(packet);
    cable.onEvent(0, 0, arriving);
  }

  /**
   * The SYN of a new connection to one of ten Services, which lie far apart: what more rules cost.
   */
  @Benchmark
  public void firstPacket() {
    connection++;
    call(connection % CALLED * (services / CALLED));
  }

  /** The same to one Service after another: with more of them, each is colder in the caches. */
  @Benchmark
  public void firstPacketToEach() {
    connection++;
    call(connection % services);
  }

  /** The first packet with all that happens to it kept, as a trace has it. */
  @Benchmark
  public List<Hop> firstPacketTraced() {
    TraceRecorder recorder = new TraceRecorder(false);
    fixture.cluster.network().setRecorder(recorder);
    firstPacket();
    fixture.cluster.network().setRecorder(Recorder.NONE);
    return recorder.hops();
  }

  private void call(int service) {
    send(service, 1024 + connection % 60_000, TcpFlags.SYN);
    fixture.simulation.runUntil(fixture.simulation.now() + BETWEEN_CONNECTIONS);
  }

  /** A further SYN of a connection that is known: no rule of a nat table is asked. */
  @Benchmark
  public void establishedFlow() {
    send(services / 2, 40_000, TcpFlags.SYN);
  }
}
