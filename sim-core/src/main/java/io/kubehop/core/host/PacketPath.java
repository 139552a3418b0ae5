package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Message;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a packet meets hooks, routing and sockets on one host (net/ipv4/ip_input.c,
 * ip_forward.c, ip_output.c):
 *
 * <pre>
 *   receive -> PREROUTING -> route -> INPUT -> socket
 *                              \----> FORWARD -> POSTROUTING -> transmit
 *   send -> route -> OUTPUT -> (route again) -> POSTROUTING -> transmit
 * </pre>
 *
 * A packet to the host itself goes out by {@code lo} and comes in again, with its mark and its
 * connection.
 */
public final class PacketPath {
  /** The kernel sends by itself, without any socket. */
  static final int NO_SOCKET = -1;

  /** The kernel sends by a socket of its own. */
  static final int KERNEL_SOCKET = -2;

  private final Host host;
  private final IcmpErrors errors;

  PacketPath(Host host) {
    this.host = host;
    this.errors = new IcmpErrors(host);
  }

  IcmpErrors errors() {
    return errors;
  }

  /** A packet comes in by an interface. */
  void receive(NetworkInterface in, Packet arrived) {
    Network network = host.network();
    // An event that a rollback brings back must find its packet untouched.
    boolean exploring = host.simulation().journal().isOpen();
    Packet packet = exploring ? arrived.copy() : arrived;
    if (!host.isDown()) {
      if (recorder().isRecording()) {
        beginHop(packet);
        recorder().step(new Step.Arrived(in.name()));
      }
      Flight flight = network.takeFlight();
      flight.begin(packet);
      flight.skb().setInDevice(in.name());
      if (run(Hook.PREROUTING, flight)) {
        routeArrived(in, flight);
      }
      end(flight);
    }
    if (!exploring) {
      network.packets().release(packet);
    }
  }

  private void routeArrived(NetworkInterface in, Flight flight) {
    Packet packet = flight.skb().packet();
    String martian = Martians.reason(host, in, packet);
    if (martian != null) {
      discarded(martian);
      return;
    }
    if (host.isLocal(packet.destinationHigh(), packet.destinationLow())) {
      deliver(flight);
      return;
    }
    if (IpAddress.isMulticast(packet.destinationHigh(), packet.destinationLow())) {
      discarded("multicast is not routed");
      return;
    }
    if (host.sysctl(Sysctl.IP_FORWARD) == 0) {
      discarded("not for this host, and ip_forward is 0");
      return;
    }
    forward(flight);
  }

  private void forward(Flight flight) {
    Packet packet = flight.skb().packet();
    Route route = findRoute(packet);
    if (!choose(flight, route)) {
      refuseForRoute(flight, route);
      return;
    }
    if (packet.ttl() <= 1) {
      errors.timeExceeded(flight);
      return;
    }
    packet.setTtl(packet.ttl() - 1);
    flight.skb().setOutDevice(outOf(flight).name());
    if (run(Hook.FORWARD, flight)) {
      leave(flight);
    }
  }

  private void refuseForRoute(Flight flight, @Nullable Route route) {
    if (route == null) {
      errors.unreachable(flight, IcmpErrors.Unreachable.NO_ROUTE, "no route to the destination");
      return;
    }
    switch (route.kind()) {
      case BLACKHOLE -> discarded("route " + route);
      case PROHIBIT ->
          errors.unreachable(flight, IcmpErrors.Unreachable.PROHIBITED, "route " + route);
      case UNICAST, UNREACHABLE ->
          errors.unreachable(flight, IcmpErrors.Unreachable.HOST, "route " + route);
    }
  }

  /** The packet is for this host. */
  private void deliver(Flight flight) {
    Skb skb = flight.skb();
    skb.setOutDevice(null);
    if (run(Hook.INPUT, flight)) {
      host.sockets().receive(flight);
    }
  }

  /**
   * A socket, or the host itself, sends a packet. Its source address must be set.
   *
   * @param uid the user that the socket belongs to, {@link #NO_SOCKET} or {@link #KERNEL_SOCKET}
   * @param by what made it, for the trace
   * @return what the sender is told at once, or null if the packet is on its way (or was silently
   *     dropped)
   */
  @Nullable SocketError send(Packet packet, int uid, String by) {
    return send(packet, uid, by, null);
  }

  /**
   * Sends an answer that belongs to the same connection as the packet that caused it, as
   * nf_ct_attach says.
   */
  @Nullable SocketError send(Packet packet, int uid, String by, @Nullable Skb cause) {
    if (host.isDown()) {
      return null;
    }
    if (recorder().isRecording()) {
      beginHop(packet);
      recorder().step(new Step.Sent(by));
    }
    Flight flight = host.network().takeFlight();
    flight.begin(packet);
    Skb skb = flight.skb();
    if (uid >= 0) {
      skb.setSocket(uid, 0);
    } else if (uid == KERNEL_SOCKET) {
      skb.setKernelSocket();
    }
    if (cause != null) {
      firewall().attach(skb, cause);
    }
    SocketError error = routeSent(flight);
    if (error == null && run(Hook.OUTPUT, flight)) {
      leave(flight);
    }
    end(flight);
    return error;
  }

  private @Nullable SocketError routeSent(Flight flight) {
    Packet packet = flight.skb().packet();
    Route route = null;
    boolean chosen;
    if (host.isLocal(packet.destinationHigh(), packet.destinationLow())) {
      chooseLoopback(flight);
      chosen = true;
    } else {
      route = findRoute(packet);
      chosen = choose(flight, route);
    }
    if (!chosen) {
      boolean hostUnreachable = route != null && route.kind() == RouteKind.UNREACHABLE;
      discarded(route == null ? "no route to the destination" : "route " + route);
      return hostUnreachable ? SocketError.EHOSTUNREACH : SocketError.ENETUNREACH;
    }
    if (Martians.isConfined(host, packet) && outOf(flight) != host.loopback()) {
      discarded(Martians.CONFINED);
      return SocketError.EINVAL;
    }
    flight.noteRouted();
    flight.skb().setOutDevice(outOf(flight).name());
    return null;
  }

  /**
   * Looks the route up again after OUTPUT changed what it depends on (ip_route_me_harder). The
   * source address stays.
   *
   * @return false if there is none now, and the packet is gone
   */
  boolean reroute(Flight flight) {
    if (!flight.needsRerouting()) {
      return true;
    }
    Packet packet = flight.skb().packet();
    flight.noteRouted();
    if (host.isLocal(packet.destinationHigh(), packet.destinationLow())) {
      chooseLoopback(flight);
      return true;
    }
    if (!choose(flight, findRoute(packet))) {
      discarded("no route to the destination that OUTPUT has chosen");
      return false;
    }
    if (Martians.isConfined(host, packet)) {
      discarded(Martians.CONFINED);
      return false;
    }
    return true;
  }

  /**
   * Sends a packet that IPVS has turned to a real server on, as one of this host's own
   * (ip_vs_nat_xmit).
   *
   * @return whether the real server is on this host, so that the packet goes on where it is
   */
  boolean sendOn(Flight flight) {
    Packet packet = flight.skb().packet();
    if (host.isLocal(packet.destinationHigh(), packet.destinationLow())) {
      chooseLoopback(flight);
      flight.noteRouted();
      return true;
    }
    if (flight.isFromThisHost() && IpAddress.isLoopback(packet.sourceHigh(), packet.sourceLow())) {
      discarded("a source in 127.0.0.0/8 does not leave this host");
      return false;
    }
    Route route = findRoute(packet);
    if (!choose(flight, route)) {
      errors.unreachable(flight, IcmpErrors.Unreachable.HOST, "no route to the real server");
    } else if (packet.ttl() <= 1) {
      errors.timeExceeded(flight);
    } else {
      packet.setTtl(packet.ttl() - 1);
      flight.noteRouted();
      flight.skb().setOutDevice(outOf(flight).name());
      if (run(Hook.OUTPUT, flight)) {
        leave(flight);
      }
    }
    return false;
  }

  private void leave(Flight flight) {
    NetworkInterface out = outOf(flight);
    flight.skb().setOutDevice(out.name());
    String refusal = host.departureFilter().refusal(flight);
    if (refusal != null) {
      discarded(refusal);
      return;
    }
    if (!run(Hook.POSTROUTING, flight)) {
      return;
    }
    if (out == host.loopback()) {
      comeBackByLoopback(flight);
    } else {
      transmit(out, flight);
    }
  }

  private void comeBackByLoopback(Flight flight) {
    if (recorder().isRecording()) {
      recorder().step(new Step.Arrived(Host.LOOPBACK));
    }
    flight.skb().setInDevice(Host.LOOPBACK);
    flight.skb().setOutDevice(null);
    if (run(Hook.PREROUTING, flight)) {
      deliver(flight);
    }
  }

  private void transmit(NetworkInterface out, Flight flight) {
    Packet packet = flight.skb().packet();
    Link link = out.link();
    NetworkInterface to =
        link == null ? null : link.resolve(out, flight.nextHopHigh, flight.nextHopLow);
    if (link == null || to == null) {
      errors.unresolved(flight, out);
      return;
    }
    if (recorder().isRecording()) {
      recorder().step(new Step.Transmitted(packet.fiveTuple(), out.name(), to.host().name()));
    }
    // The caller goes on to own its packet object; what is in flight is a copy that the receiver
    // gives back.
    Sockets sockets = host.sockets();
    Packet onTheWire = sockets.take();
    onTheWire.copyFrom(packet);
    if (!link.transmit(out, to, onTheWire)) {
      discarded("lost on the way");
      sockets.release(onTheWire);
    }
  }

  private @Nullable Route findRoute(Packet packet) {
    Route route = host.routes().find(packet.destinationHigh(), packet.destinationLow());
    if (recorder().isRecording()) {
      recorder()
          .step(
              new Step.Routed(packet.destination(), route == null ? "no route" : route.toString()));
    }
    return route;
  }

  /** Takes a route; returns false if it leads nowhere. */
  private boolean choose(Flight flight, @Nullable Route route) {
    if (route == null || route.kind() != RouteKind.UNICAST || route.device() == null) {
      return false;
    }
    NetworkInterface out = host.networkInterface(route.device());
    if (out == null) {
      return false;
    }
    flight.out = out;
    Packet packet = flight.skb().packet();
    IpAddress gateway =
        route.gateways().size() > 1
            ? host.flowPins().gateway(packet, route.gateways())
            : route.gateway();
    flight.nextHopHigh = gateway == null ? packet.destinationHigh() : gateway.high();
    flight.nextHopLow = gateway == null ? packet.destinationLow() : gateway.low();
    return true;
  }

  private void chooseLoopback(Flight flight) {
    flight.out = host.loopback();
    flight.nextHopHigh = flight.skb().packet().destinationHigh();
    flight.nextHopLow = flight.skb().packet().destinationLow();
  }

  private boolean run(Hook hook, Flight flight) {
    int verdict = firewall().hooks(flight.skb().packet().isV4()).run(hook, flight);
    return verdict == Verdict.ACCEPT;
  }

  private static NetworkInterface outOf(Flight flight) {
    NetworkInterface out = flight.out;
    if (out == null) {
      throw new IllegalStateException("no route was chosen");
    }
    return out;
  }

  private void end(Flight flight) {
    recorder().hopEnded();
    firewall().forgetUnconfirmed(flight.skb());
    host.network().release(flight);
  }

  private Firewall firewall() {
    return host.firewall();
  }

  private Recorder recorder() {
    return host.network().recorder();
  }

  private void beginHop(Packet packet) {
    recorder()
        .hop(
            new Hop.Place(
                host.simulation().now(),
                host.name(),
                packet.fiveTuple(),
                packet.toString(),
                packet.payload() instanceof Message message ? message.inWords() : ""));
  }

  private void discarded(String why) {
    if (recorder().isRecording()) {
      recorder().step(new Step.Discarded(why));
    }
  }
}
