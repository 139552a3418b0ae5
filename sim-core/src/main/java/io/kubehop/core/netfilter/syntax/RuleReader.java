package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.AddressMask;
import io.kubehop.core.netfilter.matches.Destination;
import io.kubehop.core.netfilter.matches.Fragment;
import io.kubehop.core.netfilter.matches.InInterface;
import io.kubehop.core.netfilter.matches.IpProtocol;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.OutInterface;
import io.kubehop.core.netfilter.matches.Source;
import io.kubehop.core.netfilter.rule.Counters;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of one rule from left to right, as do_command4 does (iptables/iptables.c). Used
 * for one rule.
 */
final class RuleReader {
  private final IpFamily family;
  private final Predicate<String> isChain;
  private final List<Match> header = new ArrayList<>();
  private final List<MatchReader> extensions = new ArrayList<>();
  private List<Source> sources = List.of();
  private List<Destination> destinations = List.of();
  private @Nullable TargetReader target;
  private @Nullable Counters counters;
  private int protocol = -1;
  private Word place = new Word("", "", 0, false);

  RuleReader(IpFamily family, Predicate<String> isChain) {
    this.family = family;
    this.isChain = isChain;
  }

  /** Reads all words that are left. */
  ParsedRule read(WordCursor cursor) {
    while (cursor.hasNext()) {
      boolean negated = cursor.skipNegation();
      Word option = cursor.next();
      HeaderOption known = HeaderOption.of(option);
      if (known == null) {
        readExtensionOption(option, negated, cursor);
      } else if (negated && !known.isNegatable()) {
        throw option.fault("'!' cannot stand before " + option.text());
      } else {
        readHeader(known, option, negated, cursor);
      }
    }
    return new ParsedRule(rules(), place);
  }

  private void readHeader(HeaderOption known, Word option, boolean negated, WordCursor cursor) {
    switch (known) {
      case SOURCE -> sources = sources(option, negated, cursor.value(option));
      case DESTINATION -> destinations = destinations(option, negated, cursor.value(option));
      case IN -> once(option, new InInterface(negated, HeaderText.device(cursor.value(option))));
      case OUT -> once(option, new OutInterface(negated, HeaderText.device(cursor.value(option))));
      case PROTOCOL -> {
        protocol = ProtocolText.read(cursor.value(option));
        once(option, new IpProtocol(negated, protocol));
      }
      case FRAGMENT -> once(option, new Fragment(negated));
      case MATCH -> extensions.add(MatchReader.of(cursor.value(option), family, cursor));
      case JUMP ->
          setTarget(option, TargetReader.of(cursor.value(option), family, isChain, cursor));
      case GOTO -> setTarget(option, goTo(cursor.value(option)));
      case COUNTERS -> counters = CountersText.read(cursor.value(option), cursor.value(option));
    }
  }

  private void once(Word option, Match match) {
    for (Match other : header) {
      if (other.getClass() == match.getClass()) {
        throw option.fault(option.text() + " can be given only once");
      }
    }
    header.add(match);
  }

  private List<Source> sources(Word option, boolean negated, Word value) {
    refuse(!sources.isEmpty(), option);
    return list(negated, value).stream().map(mask -> new Source(negated, mask)).toList();
  }

  private List<Destination> destinations(Word option, boolean negated, Word value) {
    refuse(!destinations.isEmpty(), option);
    return list(negated, value).stream().map(mask -> new Destination(negated, mask)).toList();
  }

  private static void refuse(boolean again, Word option) {
    if (again) {
      throw option.fault(option.text() + " can be given only once");
    }
  }

  private List<AddressMask> list(boolean negated, Word value) {
    List<AddressMask> addresses = AddressText.readList(value, family);
    if (negated && addresses.size() > 1) {
      throw value.fault("'!' cannot stand before several addresses");
    }
    return addresses;
  }

  private void setTarget(Word option, TargetReader found) {
    if (target != null) {
      throw option.fault("a rule has one -j or -g");
    }
    target = found;
    place = found.place();
  }

  private TargetReader goTo(Word chain) {
    if (!isChain.test(chain.text())) {
      throw chain.fault("there is no chain " + chain.text());
    }
    return TargetReader.of(chain, new Goto(chain.text()));
  }

  /**
   * An option belongs to the extension that was named last, of those that have it; else to that of
   * the protocol.
   */
  private void readExtensionOption(Word option, boolean negated, WordCursor cursor) {
    if (!option.text().startsWith("--") || option.quoted()) {
      throw option.fault("'" + option.text() + "' is no option");
    }
    String name = option.text().substring(2);
    if (target != null && target.takes(name)) {
      target.add(option, negated, cursor);
      return;
    }
    for (int i = extensions.size() - 1; i >= 0; i--) {
      if (extensions.get(i).takes(name)) {
        extensions.get(i).add(option, negated, cursor);
        return;
      }
    }
    String extension = ProtocolText.extension(protocol);
    boolean loaded = extensions.stream().anyMatch(match -> match.name().equals(extension));
    if (extension == null || loaded) {
      throw option.fault("unknown option " + option.text());
    }
    extensions.add(MatchReader.implied(option.renamed(extension), family, option, negated, cursor));
  }

  private List<Rule> rules() {
    List<Match> rest = new ArrayList<>(header);
    extensions.forEach(extension -> rest.add(extension.build()));
    Target built = TargetReader.build(target);
    List<Rule> rules = new ArrayList<>(1);
    for (int s = 0; s < Math.max(1, sources.size()); s++) {
      for (int d = 0; d < Math.max(1, destinations.size()); d++) {
        List<Match> all = new ArrayList<>(rest.size() + 2);
        if (!sources.isEmpty()) {
          all.add(sources.get(s));
        }
        if (!destinations.isEmpty()) {
          all.add(destinations.get(d));
        }
        all.addAll(rest);
        rules.add(new Rule(all, built, counters, null));
      }
    }
    return rules;
  }
}
