package io.kubehop.dns.plugins.forward;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.client.Conversation;
import io.kubehop.dns.client.ConversationListener;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A server that is asked, and how it seems to be. After a query has failed it is probed, with a
 * question for the root's name servers, until it answers (plugin/pkg/proxy/health.go).
 */
final class Upstream implements ConversationListener, EventHandler {
  private static final int PROBE_IS_LATE = 0;
  private static final int PROBE_AGAIN = 1;
  private static final long PROBE_TIMEOUT = 1_000_000_000L;

  private final Host host;
  private final SocketAddress server;
  private final ForwardOptions options;
  private final RandomStream ids;
  private final LongCell fails;
  private final LongCell isProbed;
  private final LongCell lateTicket;
  private final NullableCell<Conversation> probe;

  Upstream(Site site, SocketAddress server, ForwardOptions options) {
    this.host = site.host();
    this.server = server;
    this.options = options;
    this.ids = site.random("ids");
    this.fails = new LongCell(site.simulation().journal(), 0);
    this.isProbed = new LongCell(site.simulation().journal(), 0);
    this.lateTicket = new LongCell(site.simulation().journal(), -1);
    this.probe = new NullableCell<>(site.simulation().journal());
  }

  SocketAddress server() {
    return server;
  }

  boolean isDown() {
    return options.mostFails() > 0 && fails.get() >= options.mostFails();
  }

  /** Begins to probe it, unless that is going on already. */
  void doubt() {
    if (options.mostFails() > 0 && isProbed.get() == 0) {
      isProbed.set(1);
      sendProbe();
    }
  }

  private void sendProbe() {
    Conversation conversation = new Conversation(host, Protocol.UDP, server, this);
    probe.set(conversation);
    lateTicket.set(
        host.simulation().scheduleTimer(PROBE_TIMEOUT, this, PROBE_IS_LATE, 0, conversation));
    Question question = new Question(DomainName.ROOT, RecordType.NS);
    conversation.ask(DnsMessage.query(Header.query(ids.nextInt(1 << 16)), question, null));
  }

  @Override
  public void onReply(Conversation conversation, DnsMessage message) {
    if (conversation == probe.get()) {
      endProbe();
      fails.set(0);
      isProbed.set(0);
    }
  }

  @Override
  public void onFailed(Conversation conversation, SocketFailure failure) {
    if (conversation == probe.get()) {
      endProbe();
      fails.set(fails.get() + 1);
      host.simulation().scheduleTimer(options.checkInterval(), this, PROBE_AGAIN, 0, null);
    }
  }

  private void endProbe() {
    host.simulation().cancel(lateTicket.get());
    Conversation conversation = probe.get();
    probe.set(null);
    if (conversation != null) {
      conversation.close();
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (kind == PROBE_AGAIN) {
      sendProbe();
    } else if (payload instanceof Conversation conversation) {
      onFailed(conversation, Forwarding.TIMED_OUT);
    }
  }
}
