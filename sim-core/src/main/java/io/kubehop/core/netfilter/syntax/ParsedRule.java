package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.rule.Counters;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of text says. Several addresses behind {@code -s} or {@code -d} make several rules.
 *
 * @param rules the rules, which differ in their addresses only
 * @param place the word to name in faults of the rule as a whole
 */
record ParsedRule(List<Rule> rules, Word place) {

  List<Match> matches() {
    return rules.get(0).matches();
  }

  Target target() {
    return rules.get(0).target();
  }

  /** Whether it asks for the protocol with {@code -p}. */
  boolean asksFor(Protocol protocol) {
    return protocol() == protocol.number();
  }

  /** The number that it asks for with {@code -p}, or -1. */
  int protocol() {
    for (Match match : matches()) {
      if (match instanceof IpProtocol asked && !asked.inverted() && asked.number() != 0) {
        return asked.number();
      }
    }
    return -1;
  }

  ParsedRule with(@Nullable Counters counters) {
    return counters == null
        ? this
        : new ParsedRule(
            rules.stream()
                .map(rule -> new Rule(rule.matches(), rule.target(), counters, rule.origin()))
                .toList(),
            place);
  }
}
