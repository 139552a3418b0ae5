package io.kubehop.dns.server;

import io.kubehop.core.app.Echo;
import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.DatagramSocket;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.host.TcpSocket;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Exchange;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.StartingPlugin;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What listens on one port, over UDP and TCP: the server blocks with that port. The block with the
 * longest zone takes a question; no other one is tried after it (core/dnsserver/server.go).
 */
public final class DnsServer implements DatagramHandler, StreamHandler, Recursion {
  /** Look-ups of a server's own inside of look-ups; beyond, it goes round in a circle. */
  private static final int DEEPEST = 10;

  private final String name;
  private final Host host;
  private final @Nullable IpAddress address;
  private final int port;
  private final Map<DomainName, Chain> chains = new LinkedHashMap<>();
  private final List<StartingPlugin> starting = new ArrayList<>();
  private boolean takesOtherClasses;

  /**
   * Prepares a server; {@link #listen} opens its sockets.
   *
   * @param name who it is, for the trace
   * @param address the address to listen on, or null for every one
   */
  public DnsServer(String name, Host host, @Nullable IpAddress address, int port) {
    this.name = name;
    this.host = host;
    this.address = address;
    this.port = port;
  }

  /** The port that it listens on. */
  public int port() {
    return port;
  }

  /** Whether it serves a zone already. */
  public boolean serves(DomainName zone) {
    return chains.containsKey(zone);
  }

  /**
   * Serves a zone.
   *
   * @param plugins who answers for it
   */
  public void add(DomainName zone, Chain plugins) {
    chains.put(zone, plugins);
  }

  /** Takes questions of other classes than the Internet's too. */
  public void takeOtherClasses() {
    takesOtherClasses = true;
  }

  /** Has a plugin told when the server listens. */
  public void tellStart(StartingPlugin plugin) {
    starting.add(plugin);
  }

  /** Opens its sockets. */
  public void listen() {
    String label = name + " :" + port;
    host.sockets().bind(Protocol.UDP, address, port, this, label);
    host.sockets().listen(address, port, new Listener(label, this));
  }

  /** Tells the plugins that it listens. */
  public void startPlugins() {
    IpAddress own = address == null ? IpAddress.LOOPBACK_V4 : address;
    starting.forEach(plugin -> plugin.start(new SocketAddress(own, port)));
  }

  /** Closes its sockets; open connections go on. */
  public void close() {
    host.sockets().unbind(Protocol.UDP, address, port);
    host.sockets().stopListening(address, port);
  }

  @Override
  public void onDatagram(
      DatagramSocket socket, SocketAddress to, SocketAddress from, Object message) {
    Exchange exchange = new Exchange(Protocol.UDP, from, to);
    receive(message, exchange, answer -> socket.send(to, from, answer));
  }

  @Override
  public void onMessage(TcpSocket socket, Object message) {
    Exchange exchange = new Exchange(Protocol.TCP, socket.remote(), socket.local());
    receive(message, exchange, socket::send);
  }

  /** A plain call that is no DNS message gets to know that it has arrived. */
  private void receive(Object payload, Exchange exchange, Consumer<Object> send) {
    if (!(payload instanceof DnsPacket packet)) {
      if (!(payload instanceof Echo)) { // or two that answer would never end
        send.accept(new Echo(host.name(), exchange.server(), exchange.client()));
      }
      return;
    }
    answer(packet, exchange, send::accept);
  }

  /**
   * Answers a message, or keeps silent.
   *
   * @param packet what came
   * @param exchange how it came
   * @param send gets the answer
   */
  public void answer(DnsPacket packet, Exchange exchange, Consumer<DnsPacket> send) {
    Acceptance acceptance = Acceptance.of(packet);
    if (acceptance.refusal() != null) {
      send.accept(DnsPacket.of(acceptance.refusal(), DnsPacket.LARGEST_SIZE));
    } else if (acceptance.query() != null) {
      Query query = new Query(acceptance.query(), exchange, 0);
      Edns edns = query.message().edns();
      if (edns != null && edns.version() != 0 && takesClassOf(query)) {
        send.accept(DnsPacket.of(wrongVersion(query), DnsPacket.LARGEST_SIZE));
        return;
      }
      answer(
          query,
          reply -> send.accept(DnsPacket.of(withExtensions(query, reply), query.answerSize())));
    }
  }

  /** Says which version there is (plugin/pkg/edns), with a size of 0. */
  private static DnsMessage wrongVersion(Query query) {
    return DnsMessage.replyTo(query.message())
        .with(ResponseCode.BADVERS)
        .withEdns(new Edns(0, 0, false));
  }

  private static DnsMessage withExtensions(Query query, DnsMessage reply) {
    Edns asked = query.message().edns();
    return reply.withEdns(asked == null ? null : new Edns(asked.udpSize(), 0, asked.dnssec()));
  }

  /** Has the plugins answer; if none does, the server itself. */
  private void answer(Query query, Consumer<DnsMessage> then) {
    Responder responder =
        new Responder() {
          @Override
          public void reply(DnsMessage answer) {
            then.accept(answer);
          }

          @Override
          public void fail(ResponseCode code) {
            then.accept(DnsMessage.replyTo(query.message()).with(code));
          }
        };
    Chain chain = takesClassOf(query) ? chainFor(query) : null;
    if (chain == null || chain.isEmpty()) {
      responder.fail(ResponseCode.REFUSED);
    } else {
      chain.serve(query, responder);
    }
  }

  private boolean takesClassOf(Query query) {
    return takesOtherClasses || query.question().recordClass() == Question.INTERNET;
  }

  /** A question for a delegation goes to the parent's zone, if that is served too. */
  private @Nullable Chain chainFor(Query query) {
    Chain longest = null;
    for (int labels = query.name().labelCount(); labels >= 0; labels--) {
      Chain chain = chains.get(query.name().last(labels));
      if (chain != null && (labels == 0 || !query.type().equals(RecordType.DS))) {
        return longest != null && labels == 0 ? longest : chain;
      }
      longest = chain != null ? chain : longest;
    }
    return longest;
  }

  @Override
  public void lookUp(Query cause, DomainName name, RecordType type, Consumer<DnsMessage> then) {
    DnsMessage question = cause.message().withQuestion(new Question(name, type));
    Query query = new Query(question, cause.exchange(), cause.depth() + 1);
    if (query.depth() > DEEPEST) {
      then.accept(DnsMessage.replyTo(question).with(ResponseCode.SERVFAIL));
    } else {
      answer(query, then);
    }
  }
}
