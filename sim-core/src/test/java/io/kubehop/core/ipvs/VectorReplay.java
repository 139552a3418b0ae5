package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancedPacket.socket;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Simulation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does what a recording did, and compares what comes of it. */
final class VectorReplay {
  private static final double NANOSECONDS = 1e9;

  private final VectorFile file;
  private final Simulation simulation = new Simulation(1);
  private final Ipvs ipvs;
  private final ObjectNode[] services;
  private final Map<String, Flow> flows = new HashMap<>(); // never iterated

  VectorReplay(VectorFile file, JsonNode serviceFields, TimerWheel wheel) {
    this.file = file;
    this.ipvs = new Ipvs(simulation, "node", wheel, connection -> {});
    this.services = new ObjectNode[file.services().size()];
    for (int i = 0; i < services.length; i++) {
      services[i] = (ObjectNode) serviceFields.get(i).deepCopy();
    }
    ipvs.setSysctls(file.sysctls());
    file.services().forEach(ipvs::addService);
  }

  /** The first thing that differs from the recording; null if nothing does. */
  @Nullable String firstDifference() {
    int number = 0;
    for (JsonNode op : file.ops()) {
      number++;
      String difference = perform(op);
      if (difference != null) {
        return file.name() + ", operation " + number + " " + op + ": " + difference;
      }
      simulation.runUntil(Math.round(op.path("t").asDouble() * NANOSECONDS));
    }
    return null;
  }

  private @Nullable String perform(JsonNode op) {
    String kind = op.path("op").asString();
    switch (kind) {
      case "add" -> ipvs.addServer(key(op), server(op));
      case "edit" -> ipvs.editServer(key(op), server(op));
      case "del" -> ipvs.removeServer(key(op), socket(op.path("dest").asString()));
      case "flow" -> {
        return flow(op);
      }
      case "packet" -> {
        return packet(op);
      }
      case "establish" -> flowOf(op).establish();
      case "close" -> flowOf(op).close(op.path("how").asString());
      case "list" -> {
        return list(op);
      }
      case "timeouts" ->
          ipvs.setTimeouts(
              new IpvsTimeouts(
                  op.path("tcp").asInt(), op.path("tcpfin").asInt(), op.path("udp").asInt()));
      case "editService" -> editService(op);
      case "wait" -> {}
      default -> throw new IllegalArgumentException("operation " + kind);
    }
    return null;
  }

  private VirtualServerKey key(JsonNode op) {
    return file.services().get(op.path("svc").asInt(0)).key();
  }

  private static RealServerConfig server(JsonNode op) {
    return RealServerConfig.masqueraded(
            socket(op.path("dest").asString()), op.path("weight").asInt())
        .withThresholds(op.path("upper").asInt(0), op.path("lower").asInt(0));
  }

  private void editService(JsonNode op) {
    ObjectNode fields = services[op.path("svc").asInt(0)];
    op.path("set").properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
    ipvs.editService(VectorFile.config(key(op), fields));
  }

  private @Nullable String flow(JsonNode op) {
    String difference = counts(op);
    if (difference != null) {
      return difference;
    }
    Flow flow = new Flow(op);
    flows.put(name(op), flow);
    difference = flow.call(op);
    if (difference == null && flow.server != null) {
      flow.lead(op.path("to").asString());
      difference = state(op, flow);
    }
    return difference;
  }

  private static String name(JsonNode op) {
    return op.path("svc").asInt(0)
        + " "
        + op.path("src").asString()
        + " "
        + op.path("sport").asInt()
        + " "
        + op.path("dst").asString("");
  }

  private Flow flowOf(JsonNode op) {
    return Objects.requireNonNull(flows.get(name(op)), "flow of " + op);
  }

  private @Nullable String packet(JsonNode op) {
    return flowOf(op).more(op);
  }

  /** The counters just before a flow, in the kernel's order. */
  private @Nullable String counts(JsonNode op) {
    if (!op.has("before")) {
      return null;
    }
    List<RealServer> servers = Objects.requireNonNull(ipvs.service(key(op))).servers();
    StringBuilder ours = new StringBuilder("[");
    for (RealServer server : servers) {
      ours.append(ours.length() == 1 ? "[" : ",[").append(server.activeConnections());
      ours.append(",").append(server.inactiveConnections()).append("]");
    }
    String expected = op.path("before").toString();
    return ours.append("]").toString().equals(expected) ? null : "counts are " + ours;
  }

  private @Nullable String state(JsonNode op, Flow flow) {
    if (!op.has("state")) {
      return null;
    }
    for (IpvsConnection connection : ipvs.connections()) {
      if (!connection.isTemplate() && connection.client().equals(flow.client)) {
        String state = connection.state().toString();
        return state.equals(op.path("state").asString()) ? null : "state is " + state;
      }
    }
    return "there is no connection";
  }

  private @Nullable String list(JsonNode op) {
    StringBuilder ours = new StringBuilder();
    StringBuilder recorded = new StringBuilder();
    for (RealServer server : Objects.requireNonNull(ipvs.service(key(op))).servers()) {
      ours.append(server.socket()).append(" ").append(server.weight()).append(" ");
      ours.append(server.activeConnections()).append(" ").append(server.inactiveConnections());
      ours.append(" ").append(server.persistentConnections()).append("; ");
    }
    for (JsonNode server : op.path("dests")) {
      recorded.append(socket(server.path("dest").asString())).append(" ");
      recorded.append(server.path("weight").asInt()).append(" ");
      recorded.append(server.path("active").asInt()).append(" ");
      recorded.append(server.path("inactive").asInt()).append(" ");
      recorded.append(server.path("persistent").asInt(0)).append("; ");
    }
    return ours.toString().contentEquals(recorded) ? null : "list is " + ours;
  }

  /** One client's connection. */
  private final class Flow {
    final SocketAddress client;
    final SocketAddress virtual;
    final Protocol protocol;
    final int mark;
    @Nullable SocketAddress server;
    boolean established;

    Flow(JsonNode op) {
      VirtualServerKey key = key(op);
      protocol = Objects.requireNonNull(Protocol.ofNumber(key.protocol()));
      mark = key.fwmark();
      client =
          new SocketAddress(IpAddress.parse(op.path("src").asString()), op.path("sport").asInt());
      virtual =
          op.has("dst")
              ? socket(op.path("dst").asString())
              : new SocketAddress(key.address(), key.port());
    }

    @Nullable String call(JsonNode op) {
      return compare(op, BalancedPacket.call(protocol, client, virtual));
    }

    /** One more packet of the client. */
    @Nullable String more(JsonNode op) {
      BalancedPacket packet = BalancedPacket.of(protocol, client, virtual);
      return compare(op, packet.withFlags(TcpFlags.PSH | TcpFlags.ACK).tracked());
    }

    private @Nullable String compare(JsonNode op, BalancedPacket packet) {
      IpvsVerdict verdict = ipvs.in(packet.withMark(mark));
      server = verdict == IpvsVerdict.FORWARD ? destination(packet) : null;
      JsonNode dest = op.path("dest");
      SocketAddress expected = dest.isNull() ? null : socket(dest.asString());
      if (!Objects.equals(server, expected)) {
        return "chosen was " + (server == null ? verdict : server);
      }
      String reply = reply(verdict);
      return server != null || reply.equals(op.path("reply").asString())
          ? null
          : "the answer was " + reply;
    }

    private SocketAddress destination(BalancedPacket packet) {
      return new SocketAddress(packet.packet().destination(), packet.packet().destinationPort());
    }

    private String reply(IpvsVerdict verdict) {
      boolean unreachable = verdict == IpvsVerdict.REFUSE || protocol == Protocol.UDP;
      // An address behind a mark is not the node's, so the node cannot answer from it.
      if (verdict == IpvsVerdict.DROP || (verdict == IpvsVerdict.REFUSE && mark != 0)) {
        return "none";
      }
      String icmp = client.address().isV4() ? "icmp type 3 code 3" : "icmp6 type 1 code 4";
      return unreachable ? icmp : "tcp RST";
    }

    void lead(String to) {
      switch (to) {
        case "syn", "udp" -> {}
        case "established" -> establish();
        case "fin", "rst" -> {
          establish();
          close(to);
        }
        default -> throw new IllegalArgumentException("to " + to);
      }
    }

    void establish() {
      established = true;
      fromServer(TcpFlags.SYN | TcpFlags.ACK);
      fromClient(TcpFlags.ACK);
    }

    void close(String how) {
      if (how.equals("rst")) {
        fromClient(TcpFlags.RST | TcpFlags.ACK);
        return;
      }
      if (!established) {
        establish();
      }
      fromClient(TcpFlags.FIN | TcpFlags.ACK);
      fromServer(TcpFlags.FIN | TcpFlags.ACK);
      fromClient(TcpFlags.ACK);
    }

    private void fromClient(int flags) {
      BalancedPacket packet = BalancedPacket.of(protocol, client, virtual);
      ipvs.in(packet.withFlags(flags).withMark(mark).tracked());
    }

    private void fromServer(int flags) {
      if (server != null) {
        ipvs.out(BalancedPacket.of(protocol, server, client).withFlags(flags).tracked());
      }
    }
  }
}
