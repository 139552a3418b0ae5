package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A host that balances, with its clients and servers, in the terms of a test. */
public final class BalancingHost {
  public static final int SYN = TcpFlags.SYN;
  public static final int ACK = TcpFlags.ACK;
  public static final int FIN = TcpFlags.FIN | TcpFlags.ACK;
  public static final int RST = TcpFlags.RST;

  final Simulation simulation = new Simulation(1);
  final List<String> ended = new ArrayList<>();
  private final Ipvs ipvs =
      new Ipvs(simulation, "node", TimerWheel.ON_TIME, gone -> ended.add(gone.toString()));

  /** One without virtual servers. */
  public BalancingHost() {}

  /** The state under test. */
  public Ipvs ipvs() {
    return ipvs;
  }

  /** {@code TCP 10.96.0.1:80} or {@code FWM 7} as a key. */
  public static VirtualServerKey key(String name) {
    String[] words = name.split(" ", 2);
    if (words[0].equals("FWM")) {
      return VirtualServerKey.ofMark(Integer.parseInt(words[1]), IpFamily.IPV4);
    }
    SocketAddress socket = BalancedPacket.socket(words[1]);
    return VirtualServerKey.of(Protocol.valueOf(words[0]), socket.address(), socket.port());
  }

  /**
   * A virtual server with masqueraded real servers of weight 1, the first of them first in the
   * kernel's list.
   */
  public VirtualServerKey serve(String name, SchedulerKind scheduler, String... servers) {
    return serve(VirtualServerConfig.of(key(name), scheduler), servers);
  }

  public VirtualServerKey serve(VirtualServerConfig config, String... servers) {
    ipvs.addService(config);
    for (int i = servers.length - 1; i >= 0; i--) {
      weigh(config.key(), servers[i], 1);
    }
    return config.key();
  }

  /** Adds a real server, or gives one another weight. */
  public void weigh(VirtualServerKey key, String server, int weight) {
    RealServerConfig config = RealServerConfig.masqueraded(BalancedPacket.socket(server), weight);
    if (Objects.requireNonNull(ipvs.service(key)).server(config.socket()) == null) {
      ipvs.addServer(key, config);
    } else {
      ipvs.editServer(key, config);
    }
  }

  public void remove(VirtualServerKey key, String server) {
    ipvs.removeServer(key, BalancedPacket.socket(server));
  }

  void set(boolean expireNodestConn, boolean expireQuiescentTemplate, int connReuseMode) {
    ipvs.setSysctls(
        new IpvsSysctls(true, expireNodestConn, expireQuiescentTemplate, connReuseMode));
  }

  public void pass(double seconds) {
    simulation.runUntil(simulation.now() + Math.round(seconds * 1e9));
  }

  /** Where the first packet of a client goes, or the verdict. */
  public String call(String protocol, String client, String virtual) {
    return send(BalancedPacket.call(protocol(protocol), socket(client), socket(virtual)));
  }

  /** Where a client's segment goes, or the verdict. */
  public String segment(int flags, String client, String virtual) {
    return send(BalancedPacket.of(Protocol.TCP, socket(client), socket(virtual)).withFlags(flags));
  }

  /** Where a packet that is on the host goes, or the verdict. */
  String send(BalancedPacket packet) {
    IpvsVerdict verdict = ipvs.in(packet);
    return verdict == IpvsVerdict.FORWARD
        ? packet.packet().destination() + ":" + packet.packet().destinationPort()
        : verdict.toString();
  }

  /** Whom a server's segment comes from in the end. */
  public String answer(int flags, String server, String client) {
    return answer(BalancedPacket.of(Protocol.TCP, socket(server), socket(client)).withFlags(flags));
  }

  String answer(BalancedPacket packet) {
    ipvs.out(packet);
    return packet.packet().source() + ":" + packet.packet().sourcePort();
  }

  /** A client's connection, up to the state ESTABLISHED; returns the server, or the verdict. */
  public String connect(String client, String virtual) {
    String server = call("TCP", client, virtual);
    if (server.contains(":")) {
      answer(SYN | ACK, server, client);
      segment(ACK, client, virtual);
    }
    return server;
  }

  /**
   * Active and inactive connections and bound clients of every server, in the kernel's order:
   * {@code 1/0/0 0/2/0}.
   */
  String counts(VirtualServerKey key) {
    List<String> counts = new ArrayList<>();
    for (RealServer server : Objects.requireNonNull(ipvs.service(key)).servers()) {
      counts.add(
          server.activeConnections()
              + "/"
              + server.inactiveConnections()
              + "/"
              + server.persistentConnections());
    }
    return String.join(" ", counts);
  }

  List<String> connections() {
    return ipvs.connections().stream().map(IpvsConnection::toString).toList();
  }

  long digest() {
    return new StateDigest().add(ipvs).value();
  }

  private static SocketAddress socket(String text) {
    return BalancedPacket.socket(text);
  }

  private static Protocol protocol(String name) {
    return Protocol.valueOf(name);
  }
}
