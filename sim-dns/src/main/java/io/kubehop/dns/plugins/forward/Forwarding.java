package io.kubehop.dns.plugins.forward;

import io.kubehop.core.host.SocketError;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.client.Conversation;
import io.kubehop.dns.client.ConversationListener;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query that is being forwarded. */
final class Forwarding implements ConversationListener, EventHandler {
  static final SocketFailure TIMED_OUT = new SocketFailure(SocketError.ETIMEDOUT, null);

  /** After this many nanoseconds no further attempt begins. */
  private static final long PATIENCE = 5_000_000_000L;

  /** How long a program takes to try again what was refused at once. */
  private static final long PAUSE = 100_000;

  private static final int LATE = 0;
  private static final int AGAIN = 1;
  private static final int ASK = 2;
  private static final int REPLY = 3;

  private final Forward forward;
  private final Query query;
  private final Responder responder;
  private final List<Upstream> upstreams;
  private final Simulation simulation;
  private final long deadline;
  private final LongCell position;
  private final LongCell downs;
  private final LongCell attempts;
  private final LongCell failovers;
  private final LongCell id;
  private final LongCell timeoutTicket;
  private final NullableCell<Conversation> conversation;
  private final NullableCell<Upstream> asked;

  Forwarding(Forward forward, Query query, Responder responder) {
    this.forward = forward;
    this.query = query;
    this.responder = responder;
    this.upstreams = forward.inOrder();
    this.simulation = forward.host().simulation();
    this.deadline = simulation.now() + PATIENCE;
    Journal journal = simulation.journal();
    this.position = new LongCell(journal, 0);
    this.downs = new LongCell(journal, 0);
    this.attempts = new LongCell(journal, 0);
    this.failovers = new LongCell(journal, 0);
    this.id = new LongCell(journal, 0);
    this.timeoutTicket = new LongCell(journal, -1);
    this.conversation = new NullableCell<>(journal);
    this.asked = new NullableCell<>(journal);
  }

  void begin() {
    Upstream upstream = choose();
    if (upstream == null) {
      responder.fail(ResponseCode.SERVFAIL);
    } else {
      ask(upstream, forward.options().usesTcp(query.exchange().isTcp()));
    }
  }

  /** The next server that seems well; if none does, any, or none. */
  private @Nullable Upstream choose() {
    while (downs.get() < upstreams.size()) {
      if (position.get() == upstreams.size()) {
        position.set(0);
        downs.set(0);
      }
      Upstream candidate = upstreams.get((int) position.get());
      position.set(position.get() + 1);
      if (!candidate.isDown()) {
        return candidate;
      }
      downs.set(downs.get() + 1);
    }
    return forward.options().failsFast() ? null : forward.any();
  }

  private void ask(Upstream upstream, boolean byTcp) {
    Conversation next =
        new Conversation(
            forward.host(), byTcp ? Protocol.TCP : Protocol.UDP, upstream.server(), this);
    asked.set(upstream);
    conversation.set(next);
    id.set(forward.nextId());
    timeoutTicket.set(
        simulation.scheduleTimer(forward.options().readTimeout(), this, LATE, 0, next));
    inTurn(ASK, next);
  }

  /**
   * What goes to the host itself takes no time; in an event of its own it takes no stack either,
   * however often a server forwards to itself.
   */
  private void inTurn(int kind, Object payload) {
    Upstream upstream = asked.get();
    if (upstream != null && forward.isOwn(upstream.server().address())) {
      simulation.scheduleTimer(0, this, kind, 0, payload);
    } else {
      onEvent(kind, 0, payload);
    }
  }

  /** What a server said. */
  private record Reply(Conversation from, DnsMessage message) {}

  @Override
  public void onReply(Conversation from, DnsMessage message) {
    inTurn(REPLY, new Reply(from, message));
  }

  private void take(Conversation from, DnsMessage message) {
    if (from != conversation.get() || message.header().id() != id.get()) {
      return;
    }
    end(from);
    Upstream upstream = asked.get();
    if (message.isTruncated() && forward.options().prefersUdp() && !from.isTcp()) {
      if (upstream != null) {
        ask(upstream, true);
      }
    } else if (!message.answers(query.question())) {
      responder.reply(DnsMessage.replyTo(query.message()).with(ResponseCode.FORMERR));
    } else if (forward.options().failsOver(message) && mayFailOver()) {
      begin();
    } else {
      responder.reply(message.withId(query.message().header().id()));
    }
  }

  private boolean mayFailOver() {
    failovers.set(failovers.get() + 1);
    return failovers.get() < upstreams.size();
  }

  @Override
  public void onFailed(Conversation from, SocketFailure failure) {
    if (from != conversation.get()) {
      return;
    }
    end(from);
    Upstream upstream = asked.get();
    if (upstream != null) {
      upstream.doubt();
    }
    attempts.set(attempts.get() + 1);
    int most = forward.options().mostAttempts();
    boolean goesOn =
        simulation.now() < deadline
            && downs.get() < upstreams.size()
            && (most == 0 || attempts.get() < most);
    if (goesOn) {
      simulation.scheduleTimer(PAUSE, this, AGAIN, 0, null);
    } else {
      responder.fail(ResponseCode.SERVFAIL);
    }
  }

  private void end(Conversation from) {
    simulation.cancel(timeoutTicket.get());
    conversation.set(null);
    from.close();
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (kind == AGAIN) {
      begin();
    } else if (payload instanceof Reply reply) {
      take(reply.from(), reply.message());
    } else if (payload instanceof Conversation each && each == conversation.get()) {
      if (kind == ASK) {
        each.ask(query.message().withId((int) id.get()));
      } else {
        onFailed(each, TIMED_OUT);
      }
    }
  }
}
