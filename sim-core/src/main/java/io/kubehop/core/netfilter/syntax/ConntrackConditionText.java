package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.ConntrackCondition;
import io.kubehop.core.netfilter.matches.ConntrackCondition.AtAddress;
import io.kubehop.core.netfilter.matches.ConntrackCondition.AtPort;
import io.kubehop.core.netfilter.matches.ConntrackCondition.Expiring;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InDirection;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InState;
import io.kubehop.core.netfilter.matches.ConntrackCondition.InStatus;
import io.kubehop.core.netfilter.matches.ConntrackCondition.OfProtocol;

/** One option of {@code -m conntrack}. */
final class ConntrackConditionText {
  private static final long MOST_SECONDS = 0xffff_ffffL;

  private ConntrackConditionText() {}

  /** The name of an option, without dashes. */
  static String name(ConntrackCondition.Option option) {
    return switch (option) {
      case STATE -> "ctstate";
      case PROTOCOL -> "ctproto";
      case ORIGINAL_SOURCE -> "ctorigsrc";
      case ORIGINAL_DESTINATION -> "ctorigdst";
      case REPLY_SOURCE -> "ctreplsrc";
      case REPLY_DESTINATION -> "ctrepldst";
      case ORIGINAL_SOURCE_PORT -> "ctorigsrcport";
      case ORIGINAL_DESTINATION_PORT -> "ctorigdstport";
      case REPLY_SOURCE_PORT -> "ctreplsrcport";
      case REPLY_DESTINATION_PORT -> "ctrepldstport";
      case STATUS -> "ctstatus";
      case EXPIRY -> "ctexpire";
      case DIRECTION -> "ctdir";
    };
  }

  static ConntrackCondition read(
      ConntrackCondition.Option option, Options.Given given, IpFamily family) {
    boolean inverted = given.negated();
    Word word = given.value();
    return switch (option) {
      case STATE -> new InState(inverted, StateText.STATES_AND_TRANSLATIONS.read(word));
      case PROTOCOL -> new OfProtocol(inverted, ProtocolText.read(word));
      case ORIGINAL_SOURCE, ORIGINAL_DESTINATION, REPLY_SOURCE, REPLY_DESTINATION ->
          new AtAddress(option, inverted, AddressText.readMasked(word, word.text(), family));
      case ORIGINAL_SOURCE_PORT,
          ORIGINAL_DESTINATION_PORT,
          REPLY_SOURCE_PORT,
          REPLY_DESTINATION_PORT ->
          new AtPort(option, PortText.range(word, word.text(), inverted));
      case STATUS -> new InStatus(inverted, StateText.STATUSES.read(word));
      case EXPIRY -> {
        NumberText.Range range = NumberText.range(word, ':', MOST_SECONDS, "a number of seconds");
        yield new Expiring(inverted, range.from(), range.to());
      }
      case DIRECTION -> new InDirection(isReply(word));
    };
  }

  private static boolean isReply(Word word) {
    if (word.text().equalsIgnoreCase("REPLY")) {
      return true;
    }
    if (word.text().equalsIgnoreCase("ORIGINAL")) {
      return false;
    }
    throw word.fault("'" + word.text() + "' is no direction (ORIGINAL or REPLY)");
  }

  static void write(ConntrackCondition test, OptionWriter out) {
    String option = "--" + name(test.option());
    if (test instanceof InState state) {
      String states = StateText.STATES_AND_TRANSLATIONS.write(state.states());
      out.option(state.inverted(), option, states);
    } else if (test instanceof OfProtocol protocol) {
      out.option(protocol.inverted(), option, protocol.number());
    } else if (test instanceof AtAddress at) {
      out.option(at.inverted(), option, AddressText.writeShort(at.addresses()));
    } else if (test instanceof AtPort at) {
      out.option(at.ports().inverted(), option, PortText.write(at.ports()));
    } else if (test instanceof InStatus status) {
      out.option(status.inverted(), option, StateText.STATUSES.write(status.statuses()));
    } else if (test instanceof Expiring expiring) {
      String range = OptionWriter.range(expiring.from(), expiring.to(), ":");
      out.option(expiring.inverted(), option, range);
    } else if (test instanceof InDirection direction) {
      out.option(option, direction.reply() ? "REPLY" : "ORIGINAL");
    }
  }
}
