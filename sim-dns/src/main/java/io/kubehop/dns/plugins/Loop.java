package io.kubehop.dns.plugins;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.StartingPlugin;
import io.kubehop.dns.client.Conversation;
import io.kubehop.dns.client.ConversationListener;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server itself for a name that nobody knows, once at the start, and ends the server if
 * that question comes back to it again and again: it forwards to itself (plugin/loop).
 */
public final class Loop implements StartingPlugin, ConversationListener, EventHandler {
  private static final RecordType HINFO = new RecordType(13);
  private static final int GIVE_UP = 0;
  private static final int ASK_AGAIN = 1;
  private static final int TURN_OFF = 2;
  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_QUESTIONS = 10;

  private final Host host;
  private final DomainName zone;
  private final DomainName name;
  private final RandomStream ids;
  private final Consumer<String> fatal;
  private final LongCell seen;
  private final LongCell isOff;
  private final LongCell asked;
  private final LongCell ticket;

  private Loop(Site site, DomainName zone, Consumer<String> fatal) {
    this.host = site.host();
    this.zone = zone;
    this.fatal = fatal;
    this.ids = site.random("loop");
    DomainName unheardOf = zone.child((ids.nextLong() >>> 2) + "." + (ids.nextLong() >>> 2));
    this.name = unheardOf == null ? zone : unheardOf;
    this.seen = new LongCell(site.simulation().journal(), 0);
    this.isOff = new LongCell(site.simulation().journal(), 0);
    this.asked = new LongCell(site.simulation().journal(), 0);
    this.ticket = new LongCell(site.simulation().journal(), -1);
  }

  /**
   * Sets it up.
   *
   * @param fatal ends the server, for a reason
   */
  public static Loop of(List<Directive> directives, Site site, Consumer<String> fatal) {
    Directive directive = Once.of(directives);
    if (!directive.args().isEmpty()) {
      throw directive.error("wrong number of arguments after 'loop'");
    }
    return new Loop(site, site.zones().isEmpty() ? DomainName.ROOT : site.zones().get(0), fatal);
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    if (isOff.get() == 0 && query.type().equals(HINFO) && query.name().equals(name)) {
      seen.set(seen.get() + 1);
      if (seen.get() > 2) {
        isOff.set(1);
        fatal.accept(
            "Loop ("
                + query.exchange().client()
                + " -> "
                + query.exchange().server()
                + ") detected for zone \""
                + zone
                + "\"");
        return;
      }
    }
    next.serve(query, responder);
  }

  @Override
  public void start(SocketAddress self) {
    asked.set(asked.get() + 1);
    Conversation conversation = new Conversation(host, Protocol.UDP, self, this);
    ticket.set(host.simulation().scheduleTimer(2 * SECOND, this, GIVE_UP, 0, conversation));
    Question question = new Question(name, HINFO);
    conversation.ask(DnsMessage.query(Header.query(ids.nextInt(1 << 16)), question, null));
  }

  @Override
  public void onReply(Conversation conversation, DnsMessage message) {
    host.simulation().cancel(ticket.get());
    conversation.close();
    host.simulation().scheduleTimer(2 * SECOND, this, TURN_OFF, 0, null);
  }

  @Override
  public void onFailed(Conversation conversation, SocketFailure failure) {
    host.simulation().cancel(ticket.get());
    askAgain(conversation);
  }

  private void askAgain(Conversation conversation) {
    conversation.close();
    seen.set(0);
    boolean goesOn = isOff.get() == 0 && asked.get() < MOST_QUESTIONS;
    host.simulation()
        .scheduleTimer(SECOND, this, goesOn ? ASK_AGAIN : TURN_OFF, 0, conversation.server());
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (kind == TURN_OFF) {
      isOff.set(1);
    } else if (kind == ASK_AGAIN && payload instanceof SocketAddress self) {
      start(self);
    } else if (payload instanceof Conversation late) {
      askAgain(late);
    }
  }
}
