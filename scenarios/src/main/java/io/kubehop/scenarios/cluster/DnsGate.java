package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.client.WireCall;
import io.kubehop.dns.client.WireListener;
import io.kubehop.dns.message.DnsPacket;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Lets DNS messages from outside of the simulation in: each goes out as a packet of a host of the
 * cluster, takes the way that any other packet takes, and what comes back is handed out. Not for
 * use by several threads at a time.
 */
public final class DnsGate {
  /** How far virtual time runs ahead for an answer; servers inside answer well within it. */
  private static final Duration AT_ONCE = Duration.ofMillis(50);

  /** How long a client waits, as {@code dig} does with its second try. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Host client;
  private final Simulation simulation;
  private final SocketAddress server;

  DnsGate(Host client, SocketAddress server) {
    this.client = client;
    this.simulation = client.simulation();
    this.server = server;
  }

  /** The address at which the cluster's DNS is asked. */
  public SocketAddress server() {
    return server;
  }

  /**
   * Brings in a message. An answer that takes no time worth speaking of comes before this returns;
   * one for which the server has to wait comes while time passes.
   *
   * @param message the bytes, without the length in front that TCP puts there
   * @param answer gets the bytes of the answer, if there is one
   */
  public void ask(Protocol protocol, byte[] message, Consumer<byte[]> answer) {
    WireListener listener =
        new WireListener() {
          @Override
          public void onAnswer(DnsPacket packet) {
            answer.accept(packet.toBytes());
          }

          @Override
          public void onSilence() {}
        };
    WireCall call = new WireCall(client, protocol, server, DnsPacket.ofBytes(message), listener);
    call.begin(PATIENCE);
    long limit = simulation.now() + AT_ONCE.toNanos();
    while (!call.isOver() && simulation.nextEventTime() <= limit) {
      simulation.runNext();
    }
  }

  /** Lets virtual time pass. */
  public void pass(Duration time) {
    simulation.runUntil(simulation.now() + time.toNanos());
  }
}
