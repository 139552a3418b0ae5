package io.kubehop.core.netfilter.matches;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/** One option of {@link Conntrack}. */
public sealed interface ConntrackCondition {

  /** Which option. */
  Option option();

  /** Whether it is so. {@code connection} is null only for {@link InState}. */
  boolean holds(Skb skb, @Nullable Connection connection, RuleContext context);

  /** The options, in the order in which iptables-save prints them. */
  enum Option {
    /** {@code --ctstate}. */
    STATE,
    /** {@code --ctproto}. */
    PROTOCOL,
    /** {@code --ctorigsrc}. */
    ORIGINAL_SOURCE,
    /** {@code --ctorigdst}. */
    ORIGINAL_DESTINATION,
    /** {@code --ctreplsrc}. */
    REPLY_SOURCE,
    /** {@code --ctrepldst}. */
    REPLY_DESTINATION,
    /** {@code --ctorigsrcport}. */
    ORIGINAL_SOURCE_PORT,
    /** {@code --ctorigdstport}. */
    ORIGINAL_DESTINATION_PORT,
    /** {@code --ctreplsrcport}. */
    REPLY_SOURCE_PORT,
    /** {@code --ctrepldstport}. */
    REPLY_DESTINATION_PORT,
    /** {@code --ctstatus}. */
    STATUS,
    /** {@code --ctexpire}. */
    EXPIRY,
    /** {@code --ctdir}. */
    DIRECTION
  }

  /**
   * {@code --ctstate}.
   *
   * @param inverted whether it must be none of them
   * @param states a set of {@link StateMask}
   */
  record InState(boolean inverted, int states) implements ConntrackCondition {
    @Override
    public Option option() {
      return Option.STATE;
    }

    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      int found = StateMask.of(skb.ctState()) | StateMask.translations(connection);
      return ((found & states) != 0) != inverted;
    }
  }

  /**
   * {@code --ctproto}.
   *
   * @param inverted whether it must be another
   * @param number IP protocol number
   */
  record OfProtocol(boolean inverted, int number) implements ConntrackCondition {
    @Override
    public Option option() {
      return Option.PROTOCOL;
    }

    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      return connection != null && (connection.protocol() == number) != inverted;
    }
  }

  /**
   * {@code --ctorigsrc} and its three sisters.
   *
   * @param option which end of which direction
   * @param inverted whether it must lie outside
   * @param addresses where it must be
   */
  record AtAddress(Option option, boolean inverted, AddressMask addresses)
      implements ConntrackCondition {
    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      if (connection == null) {
        return false;
      }
      IpAddress address = end(connection, option).address();
      return addresses.contains(address.high(), address.low()) != inverted;
    }
  }

  /**
   * {@code --ctorigsrcport} and its three sisters.
   *
   * @param option which end of which direction
   * @param ports what the port must be
   */
  record AtPort(Option option, PortRange ports) implements ConntrackCondition {
    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      return connection != null && ports.contains(end(connection, option).port());
    }
  }

  /**
   * {@code --ctstatus}.
   *
   * @param inverted whether it must have none of them
   * @param statuses a set of {@link StatusMask}
   */
  record InStatus(boolean inverted, int statuses) implements ConntrackCondition {
    @Override
    public Option option() {
      return Option.STATUS;
    }

    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      return connection != null && ((StatusMask.of(connection) & statuses) != 0) != inverted;
    }
  }

  /**
   * {@code --ctexpire}: in how many seconds the entry will be forgotten.
   *
   * @param inverted whether the time must lie outside
   * @param from at least
   * @param to at most
   */
  record Expiring(boolean inverted, long from, long to) implements ConntrackCondition {
    private static final long SECOND = 1_000_000_000;

    @Override
    public Option option() {
      return Option.EXPIRY;
    }

    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      if (connection == null) {
        return false;
      }
      long seconds = Math.max(0, connection.expiry() - context.now()) / SECOND;
      return (seconds >= from && seconds <= to) != inverted;
    }
  }

  /**
   * {@code --ctdir}.
   *
   * @param reply whether the packet must travel in the reply direction
   */
  record InDirection(boolean reply) implements ConntrackCondition {
    @Override
    public Option option() {
      return Option.DIRECTION;
    }

    @Override
    public boolean holds(Skb skb, @Nullable Connection connection, RuleContext context) {
      return skb.isReply() == reply;
    }
  }

  private static SocketAddress end(Connection connection, Option option) {
    return switch (option) {
      case ORIGINAL_SOURCE, ORIGINAL_SOURCE_PORT -> connection.originalTuple().sourceSocket();
      case ORIGINAL_DESTINATION, ORIGINAL_DESTINATION_PORT ->
          connection.originalTuple().destinationSocket();
      case REPLY_SOURCE, REPLY_SOURCE_PORT -> connection.replyTuple().sourceSocket();
      case REPLY_DESTINATION, REPLY_DESTINATION_PORT -> connection.replyTuple().destinationSocket();
      default -> throw new IllegalArgumentException(option + " is no end of a connection");
    };
  }
}
