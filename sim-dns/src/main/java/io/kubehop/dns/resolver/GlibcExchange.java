package io.kubehop.dns.resolver;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.client.Conversation;
import io.kubehop.dns.client.ConversationListener;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.dns.resolver.NameOutcome.Status;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How glibc asks (resolv/res_send.c): one server after another, the whole round several times; A
 * and AAAA from the same socket at the same time; again over TCP if an answer is cut short. A
 * server that fails or refuses counts as one that does not answer.
 */
final class GlibcExchange implements NameExchange, ConversationListener, EventHandler {
  private static final long SECOND = 1_000_000_000L;
  private static final int PORT = 53;

  private final Host host;
  private final Simulation simulation;
  private final ResolverSettings settings;
  private final int rotation;
  private final Consumer<NameOutcome> then;
  private final RefCell<Questions> questions;
  private final NullableCell<Questions> refused;
  private final NullableCell<Conversation> conversation;
  private final LongCell turn;
  private final LongCell byTcp;
  private final LongCell gotSomewhere;
  private final LongCell timeoutTicket;

  /**
   * Prepares it.
   *
   * @param rotation how many servers of the list are passed over at first
   */
  GlibcExchange(
      Host host,
      ResolverSettings settings,
      Questions questions,
      int rotation,
      Consumer<NameOutcome> then) {
    Journal journal = host.simulation().journal();
    this.host = host;
    this.simulation = host.simulation();
    this.settings = settings;
    this.rotation = rotation;
    this.then = then;
    this.questions = new RefCell<>(journal, questions);
    this.refused = new NullableCell<>(journal);
    this.conversation = new NullableCell<>(journal);
    this.turn = new LongCell(journal, 0);
    this.byTcp = new LongCell(journal, settings.alwaysTcp() ? 1 : 0);
    this.gotSomewhere = new LongCell(journal, 0);
    this.timeoutTicket = new LongCell(journal, -1);
  }

  @Override
  public void begin() {
    int servers = settings.servers().size();
    int index = (int) ((turn.get() + rotation) % servers);
    SocketAddress server = new SocketAddress(settings.servers().get(index), PORT);
    Protocol protocol = byTcp.get() != 0 ? Protocol.TCP : Protocol.UDP;
    Conversation next = new Conversation(host, protocol, server, this);
    conversation.set(next);
    timeoutTicket.set(simulation.scheduleTimer(timeout(index), this, 0, 0, next));
    askOpen(next);
  }

  /** All at the same time; with {@code single-request} the next one after each answer. */
  private void askOpen(Conversation next) {
    List<DnsMessage> open = questions.get().open();
    List<DnsMessage> now = settings.asksOneByOne() ? open.subList(0, 1) : open;
    for (DnsMessage query : now) {
      if (conversation.get() == next) {
        next.ask(query);
      }
    }
  }

  /** Later servers of the list get less than their predecessors together. */
  private long timeout(int index) {
    int seconds = settings.timeoutSeconds() << index;
    return SECOND * Math.max(1, index > 0 ? seconds / settings.servers().size() : seconds);
  }

  @Override
  public void onReply(Conversation from, DnsMessage message) {
    int place = from == conversation.get() ? questions.get().match(message) : -1;
    if (place < 0) {
      return;
    }
    gotSomewhere.set(1);
    if (message.isTruncated() && !from.isTcp()) {
      end(from);
      byTcp.set(1);
      questions.set(questions.get().reopened());
      begin();
      return;
    }
    questions.set(questions.get().with(place, message));
    if (questions.get().isComplete()) {
      end(from);
      complete(from);
    } else if (settings.asksOneByOne()) {
      askOpen(from);
    }
  }

  private void complete(Conversation from) {
    Questions asked = questions.get();
    boolean noneGood =
        !from.isTcp() && asked.answered().stream().allMatch(GlibcExchange::isRefusal);
    if (noneGood) {
      refused.set(asked);
      questions.set(asked.reopened());
      nextServer(from);
    } else {
      then.accept(outcome(asked, status(asked.answered()), from));
    }
  }

  private static boolean isRefusal(DnsMessage reply) {
    ResponseCode code = reply.rcode();
    return code.equals(ResponseCode.SERVFAIL)
        || code.equals(ResponseCode.NOTIMP)
        || code.equals(ResponseCode.REFUSED);
  }

  /** The second answer counts where the first one says nothing (__res_context_query). */
  private static Status status(List<DnsMessage> replies) {
    ResponseCode code = ResponseCode.NOERROR;
    for (DnsMessage reply : replies) {
      boolean isGood = reply.rcode().equals(ResponseCode.NOERROR);
      if (isGood && !reply.answer().isEmpty()) {
        return Status.DATA;
      }
      code = code.equals(ResponseCode.NOERROR) ? reply.rcode() : code;
    }
    if (code.equals(ResponseCode.NOERROR)) {
      return Status.NO_DATA;
    } else if (code.equals(ResponseCode.NXDOMAIN)) {
      return Status.NO_NAME;
    }
    return code.equals(ResponseCode.SERVFAIL) ? Status.SERVFAIL : Status.NO_RECOVERY;
  }

  private void nextServer(Conversation last) {
    turn.set(turn.get() + 1);
    if (turn.get() < (long) settings.servers().size() * settings.attempts()) {
      begin();
      return;
    }
    Questions refusedLast = refused.get();
    if (refusedLast != null) {
      boolean failed =
          refusedLast.answered().stream()
              .anyMatch(reply -> reply.rcode().equals(ResponseCode.SERVFAIL));
      Status status = failed ? Status.SERVFAIL : Status.NO_RECOVERY;
      then.accept(outcome(refusedLast, status, last));
    } else {
      Status status = gotSomewhere.get() != 0 ? Status.TIMED_OUT : Status.NO_SERVER;
      then.accept(outcome(questions.get(), status, last));
    }
  }

  private static NameOutcome outcome(Questions asked, Status status, Conversation last) {
    return new NameOutcome(asked.name(), status, asked.answered(), last.server().toString());
  }

  @Override
  public void onFailed(Conversation from, SocketFailure failure) {
    if (from == conversation.get()) {
      end(from);
      if (failure.error() == SocketError.ETIMEDOUT) {
        gotSomewhere.set(1);
      }
      nextServer(from);
    }
  }

  private void end(Conversation from) {
    simulation.cancel(timeoutTicket.get());
    conversation.set(null);
    from.close();
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof Conversation late) {
      onFailed(late, new SocketFailure(SocketError.ETIMEDOUT, null));
    }
  }
}
