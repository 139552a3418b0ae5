package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import org.jspecify.annotations.Nullable;

/** One {@code -m} of a rule while its options are being read. */
final class MatchReader {
  private final String name;
  private final @Nullable MatchSyntax<?> syntax;
  private final Options options;
  private final String verbatim;

  private MatchReader(
      String name, @Nullable MatchSyntax<?> syntax, Options options, String verbatim) {
    this.name = name;
    this.syntax = syntax;
    this.options = options;
    this.verbatim = verbatim;
  }

  /**
   * The extension that a word names. One that is not modelled takes all words up to the next option
   * of every rule.
   */
  static MatchReader of(Word name, IpFamily family, WordCursor cursor) {
    MatchReader modelled = modelled(name, family);
    return modelled != null
        ? modelled
        : new MatchReader(
            name.text(), null, Options.none(name, family), cursor.verbatimToNextHeader());
  }

  /** The extension of the rule's protocol, which needs no {@code -m}, with its first option. */
  static MatchReader implied(
      Word name, IpFamily family, Word option, boolean negated, WordCursor cursor) {
    MatchReader modelled = modelled(name, family);
    if (modelled != null) {
      modelled.add(option, negated, cursor);
      return modelled;
    }
    String first = (negated ? "! " : "") + option.written();
    String rest = cursor.verbatimToNextHeader();
    return new MatchReader(
        name.text(), null, Options.none(name, family), rest.isEmpty() ? first : first + " " + rest);
  }

  private static @Nullable MatchReader modelled(Word name, IpFamily family) {
    MatchSyntax<?> syntax = Extensions.match(name.text());
    return syntax == null
        ? null
        : new MatchReader(
            name.text(),
            syntax,
            new Options(name, family, syntax.options(name.text(), family)),
            "");
  }

  String name() {
    return name;
  }

  boolean takes(String option) {
    return options.find(option) != null;
  }

  void add(Word option, boolean negated, WordCursor cursor) {
    options.add(option, negated, cursor);
  }

  Match build() {
    return syntax == null ? new UnmodelledMatch(name, verbatim) : syntax.read(name, options);
  }
}
