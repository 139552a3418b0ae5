package io.kubehop.core.trace;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a packet. A closed family: {@link #kind()} tells them apart where Java
 * 17 has no pattern switch.
 */
public sealed interface Step {

  /** Which step this is. */
  Kind kind();

  /** The kinds of step, in the order in which a packet can first meet them. */
  enum Kind {
    /** {@link Sent}. */
    SENT,
    /** {@link Arrived}. */
    ARRIVED,
    /** {@link ChainEntered}. */
    CHAIN_ENTERED,
    /** {@link RulePassedOver}. */
    RULE_PASSED_OVER,
    /** {@link RuleMatched}. */
    RULE_MATCHED,
    /** {@link ChainLeft}. */
    CHAIN_LEFT,
    /** {@link TableVerdict}. */
    TABLE_VERDICT,
    /** {@link Tracked}. */
    TRACKED,
    /** {@link Translated}. */
    TRANSLATED,
    /** {@link Balanced}. */
    BALANCED,
    /** {@link Routed}. */
    ROUTED,
    /** {@link Transmitted}. */
    TRANSMITTED,
    /** {@link Accepted}. */
    ACCEPTED,
    /** {@link Answered}. */
    ANSWERED,
    /** {@link Discarded}. */
    DISCARDED,
    /** {@link ApplicationNote}. */
    APPLICATION_NOTE
  }

  /**
   * A socket or the kernel of the host made the packet.
   *
   * @param by who made it, such as {@code connect}, {@code REJECT}, {@code closed port}
   */
  record Sent(String by) implements Step {
    @Override
    public Kind kind() {
      return Kind.SENT;
    }
  }

  /**
   * The packet came in.
   *
   * @param device the interface it came in by
   */
  record Arrived(String device) implements Step {
    @Override
    public Kind kind() {
      return Kind.ARRIVED;
    }
  }

  /**
   * A chain (or what corresponds to it: a virtual server, a verdict map) was entered.
   *
   * @param table table name, such as {@code nat}
   * @param hook hook name, such as {@code PREROUTING}
   * @param chain chain name
   */
  record ChainEntered(String table, String hook, String chain) implements Step {
    @Override
    public Kind kind() {
      return Kind.CHAIN_ENTERED;
    }
  }

  /**
   * A rule did not match. Reported only to a recorder that wants all rules.
   *
   * @param table table name
   * @param chain chain name
   * @param number place of the rule in its chain, from 1
   * @param rule the rule as its tool prints it
   */
  record RulePassedOver(String table, String chain, int number, String rule) implements Step {
    @Override
    public Kind kind() {
      return Kind.RULE_PASSED_OVER;
    }
  }

  /**
   * A rule matched.
   *
   * @param table table name
   * @param chain chain name
   * @param number place of the rule in its chain, from 1
   * @param rule the rule as its tool prints it
   * @param effect what its target did, such as {@code jump KUBE-SVC-…}, {@code DNAT to 10.0.0.1:80}
   * @param origin what the rule was written for, such as {@code Service/shop/cart}, if it is known
   */
  record RuleMatched(
      String table, String chain, int number, String rule, String effect, @Nullable String origin)
      implements Step {
    @Override
    public Kind kind() {
      return Kind.RULE_MATCHED;
    }
  }

  /**
   * The walk of a chain is over.
   *
   * @param table table name
   * @param chain chain name
   * @param passedOver how many rules did not match
   */
  record ChainLeft(String table, String chain, int passedOver) implements Step {
    @Override
    public Kind kind() {
      return Kind.CHAIN_LEFT;
    }
  }

  /**
   * A table has decided.
   *
   * @param table table name
   * @param hook hook name
   * @param verdict {@code ACCEPT}, {@code DROP} …
   * @param byPolicy whether the built-in chain's policy decided, because no rule did
   */
  record TableVerdict(String table, String hook, String verdict, boolean byPolicy) implements Step {
    @Override
    public Kind kind() {
      return Kind.TABLE_VERDICT;
    }
  }

  /**
   * Connection tracking looked the packet up.
   *
   * @param state {@code NEW}, {@code ESTABLISHED}, {@code RELATED}, {@code INVALID} or {@code
   *     UNTRACKED}
   * @param reply whether the packet travels in the reply direction
   */
  record Tracked(String state, boolean reply) implements Step {
    @Override
    public Kind kind() {
      return Kind.TRACKED;
    }
  }

  /**
   * Addresses or ports were rewritten.
   *
   * @param before who talked to whom before
   * @param after who talks to whom now
   * @param reply whether a recorded translation was undone for a reply
   */
  record Translated(FiveTuple before, FiveTuple after, boolean reply) implements Step {
    @Override
    public Kind kind() {
      return Kind.TRANSLATED;
    }
  }

  /**
   * IPVS has sent the packet on to a real server.
   *
   * @param virtualServer the virtual server, as {@code ipvs:VIP:port}
   * @param rule how it is set up, as {@code ipvsadm-save -n} prints it
   * @param server the real server
   * @param why what chose the real server: the scheduler, persistence, or a known connection
   * @param before who talked to whom before
   * @param after who talks to whom now
   */
  record Balanced(
      String virtualServer,
      String rule,
      SocketAddress server,
      String why,
      FiveTuple before,
      FiveTuple after)
      implements Step {
    @Override
    public Kind kind() {
      return Kind.BALANCED;
    }
  }

  /**
   * A route was looked up.
   *
   * @param destination the address that was looked up
   * @param route the route in the words of {@code ip route}, or what is missing
   */
  record Routed(IpAddress destination, String route) implements Step {
    @Override
    public Kind kind() {
      return Kind.ROUTED;
    }
  }

  /**
   * The packet went out.
   *
   * @param packet who talks to whom on the wire
   * @param device the interface it went out by
   * @param to the host that it goes to
   */
  record Transmitted(FiveTuple packet, String device, String to) implements Step {
    @Override
    public Kind kind() {
      return Kind.TRANSMITTED;
    }
  }

  /**
   * A socket took the packet.
   *
   * @param socket the local end of the socket
   * @param by what listens there
   */
  record Accepted(SocketAddress socket, String by) implements Step {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /**
   * The host answered by itself: a reset from a closed port, an ICMP error.
   *
   * @param with what it answered
   * @param why the reason
   */
  record Answered(String with, String why) implements Step {
    @Override
    public Kind kind() {
      return Kind.ANSWERED;
    }
  }

  /**
   * The packet ended here without an answer.
   *
   * @param why the reason, in words
   */
  record Discarded(String why) implements Step {
    @Override
    public Kind kind() {
      return Kind.DISCARDED;
    }
  }

  /**
   * What an application says of its decision: a route chosen, a name asked for.
   *
   * @param application the application's name
   * @param text one line
   */
  record ApplicationNote(String application, String text) implements Step {
    @Override
    public Kind kind() {
      return Kind.APPLICATION_NOTE;
    }
  }
}
