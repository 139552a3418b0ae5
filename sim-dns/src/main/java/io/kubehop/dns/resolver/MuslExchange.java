package io.kubehop.dns.resolver;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.client.Conversation;
import io.kubehop.dns.client.ConversationListener;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.dns.resolver.NameOutcome.Status;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How musl asks (src/network/res_msend.c): all servers at once, and again after a part of the
 * time-out; the first answer counts. It asks a server that fails again at once, a few times, and
 * hears neither refusals nor errors. It uses an answer that was cut short as it is.
 */
final class MuslExchange implements NameExchange, ConversationListener, EventHandler {
  private static final int SEND = 0;
  private static final int GIVE_UP = 1;
  private static final long SECOND = 1_000_000_000L;
  private static final int PORT = 53;

  private final Simulation simulation;
  private final ResolverSettings settings;
  private final Consumer<NameOutcome> then;
  private final List<Conversation> conversations;
  private final RefCell<Questions> questions;
  private final RefCell<List<DnsMessage>> failures;
  private final LongCell retries;
  private final LongCell isOver;
  private final LongCell sendTicket;
  private final LongCell endTicket;

  MuslExchange(
      Host host, ResolverSettings settings, Questions questions, Consumer<NameOutcome> then) {
    Journal journal = host.simulation().journal();
    this.simulation = host.simulation();
    this.settings = settings;
    this.then = then;
    this.conversations =
        settings.servers().stream().map(server -> conversation(host, server)).toList();
    this.questions = new RefCell<>(journal, questions);
    this.failures = new RefCell<>(journal, List.of());
    this.retries = new LongCell(journal, 0);
    this.isOver = new LongCell(journal, 0);
    this.sendTicket = new LongCell(journal, -1);
    this.endTicket = new LongCell(journal, -1);
  }

  private Conversation conversation(Host host, IpAddress server) {
    return new Conversation(host, Protocol.UDP, new SocketAddress(server, PORT), this);
  }

  @Override
  public void begin() {
    endTicket.set(
        simulation.scheduleTimer(settings.timeoutSeconds() * SECOND, this, GIVE_UP, 0, null));
    send();
  }

  private void send() {
    long interval = settings.timeoutSeconds() * SECOND / settings.attempts();
    sendTicket.set(simulation.scheduleTimer(interval, this, SEND, 0, null));
    retries.set(2L * questions.get().queries().size());
    for (DnsMessage query : questions.get().open()) {
      for (Conversation conversation : conversations) {
        if (isOver.get() == 0) {
          conversation.ask(query);
        }
      }
    }
  }

  @Override
  public void onReply(Conversation from, DnsMessage message) {
    int place = isOver.get() == 0 ? questions.get().match(message) : -1;
    if (place < 0) {
      return;
    }
    ResponseCode code = message.rcode();
    if (code.equals(ResponseCode.NOERROR) || code.equals(ResponseCode.NXDOMAIN)) {
      questions.set(questions.get().with(place, message));
      if (questions.get().isComplete()) {
        end(from);
      }
    } else {
      failures.set(Stream.concat(failures.get().stream(), Stream.of(message)).toList());
      if (code.equals(ResponseCode.SERVFAIL) && retries.get() > 0) {
        retries.set(retries.get() - 1);
        from.ask(questions.get().queries().get(place));
      }
    }
  }

  /** An ICMP error is not seen: the socket is not connected. */
  @Override
  public void onFailed(Conversation from, SocketFailure failure) {}

  private void end(Conversation last) {
    isOver.set(1);
    simulation.cancel(sendTicket.get());
    simulation.cancel(endTicket.get());
    conversations.forEach(Conversation::close);
    Questions asked = questions.get();
    Status status = status(asked);
    List<DnsMessage> replies =
        asked.isComplete() || failures.get().isEmpty()
            ? asked.answered()
            : failures.get().subList(0, 1);
    then.accept(new NameOutcome(asked.name(), status, replies, last.server().toString()));
  }

  /** A type that was not answered fails the whole; so does a name that one type denies. */
  private Status status(Questions asked) {
    if (!asked.isComplete()) {
      boolean failed =
          failures.get().stream().anyMatch(f -> f.rcode().equals(ResponseCode.SERVFAIL));
      return failed ? Status.SERVFAIL : Status.TIMED_OUT;
    }
    List<DnsMessage> replies = asked.answered();
    if (replies.stream().anyMatch(reply -> reply.rcode().equals(ResponseCode.NXDOMAIN))) {
      return Status.NO_NAME;
    }
    return replies.stream().anyMatch(reply -> !reply.answer().isEmpty())
        ? Status.DATA
        : Status.NO_DATA;
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (isOver.get() == 0) {
      if (kind == SEND) {
        send();
      } else {
        end(conversations.get(0));
      }
    }
  }
}
