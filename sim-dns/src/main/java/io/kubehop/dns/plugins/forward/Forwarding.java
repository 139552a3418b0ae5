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

  private final Forward forward;
  private final Query query;
  private final Responder responder;
  private final List<Upstream> upstreams;
  private final Simulation simulation;
  private final long deadline;
  private final LongCell position;
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
    for (int i = 0; i < upstreams.size(); i++) {
      Upstream candidate = upstreams.get((int) (position.get() % upstreams.size()));
      position.set(position.get() + 1);
      if (!candidate.isDown()) {
        return candidate;
      }
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
    timeoutTicket.set(simulation.scheduleTimer(forward.options().readTimeout(), this, 0, 0, next));
    next.ask(query.message().withId((int) id.get()));
  }

  @Override
  public void onReply(Conversation from, DnsMessage message) {
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
    boolean goesOn = simulation.now() < deadline && (most == 0 || attempts.get() < most);
    if (goesOn) {
      begin();
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
    if (payload instanceof Conversation late) {
      onFailed(late, TIMED_OUT);
    }
  }
}
