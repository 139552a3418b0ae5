package io.kubehop.dns.plugins.forward;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks one of several servers, and the next one if it does not answer. Which one is asked first is
 * drawn, not branched over: they are supposed to know the same.
 */
public final class Forward implements Plugin {
  /** A real server that forwards to itself goes on until its memory ends; here it ends earlier. */
  private static final int MOST_OPEN = 1000;

  private final Host host;
  private final ForwardOptions options;
  private final List<Upstream> upstreams;
  private final boolean hasNextForward;
  private final RandomStream choice;
  private final RandomStream ids;
  private final LongCell open;
  private final LongCell turn;

  private Forward(ForwardOptions options, Site site, boolean hasNextForward) {
    this.host = site.host();
    this.options = options;
    this.hasNextForward = hasNextForward;
    this.choice = site.random("forward");
    this.ids = site.random("ids");
    this.open = new LongCell(site.simulation().journal(), 0);
    this.turn = new LongCell(site.simulation().journal(), 0);
    this.upstreams =
        options.servers().stream().map(server -> new Upstream(site, server, options)).toList();
  }

  /** Sets up all forwards of a server block; each hands on to the next what is not for it. */
  public static List<Plugin> of(List<Directive> directives, Site site) {
    List<Plugin> forwards = new ArrayList<>();
    for (int i = 0; i < directives.size(); i++) {
      ForwardOptions options = ForwardOptions.of(directives.get(i), site);
      forwards.add(new Forward(options, site, i + 1 < directives.size()));
    }
    return forwards;
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    if (!options.concerns(query.name())) {
      next.serve(query, responder);
    } else if (options.mostConcurrent() > 0 && open.get() >= options.mostConcurrent()) {
      responder.fail(ResponseCode.REFUSED);
    } else if (upstreams.isEmpty() || open.get() >= MOST_OPEN) {
      responder.fail(ResponseCode.SERVFAIL);
    } else {
      open.set(open.get() + 1);
      new Forwarding(this, query, counted(query, next, responder)).begin();
    }
  }

  /** The responder that notes the end, and that hands on what another forward may know better. */
  private Responder counted(Query query, Chain next, Responder responder) {
    return new Responder() {
      @Override
      public void reply(DnsMessage answer) {
        open.set(open.get() - 1);
        if (hasNextForward && options.isHandedOn(answer)) {
          next.serve(query, responder);
        } else {
          responder.reply(answer);
        }
      }

      @Override
      public void fail(ResponseCode code) {
        open.set(open.get() - 1);
        responder.fail(code);
      }
    };
  }

  Host host() {
    return host;
  }

  ForwardOptions options() {
    return options;
  }

  /** Whether an address is one of the host's own. */
  boolean isOwn(IpAddress address) {
    return address.isLoopback() || host.isLocal(address.high(), address.low());
  }

  int nextId() {
    return ids.nextInt(1 << 16);
  }

  /** The servers in the order in which a query tries them. */
  List<Upstream> inOrder() {
    List<Upstream> order = new ArrayList<>(upstreams);
    switch (options.policy()) {
      case RANDOM -> shuffle(order);
      case ROUND_ROBIN -> {
        turn.set(turn.get() + 1);
        order.add(0, order.remove((int) (turn.get() % order.size())));
      }
      case SEQUENTIAL -> {}
    }
    return order;
  }

  /** Any server at all, when none seems to be well. */
  Upstream any() {
    return upstreams.get(choice.nextInt(upstreams.size()));
  }

  private void shuffle(List<Upstream> order) {
    for (int i = 0; i < order.size() - 1; i++) {
      int other = i + choice.nextInt(order.size() - i);
      Upstream moved = order.get(i);
      order.set(i, order.get(other));
      order.set(other, moved);
    }
  }
}
