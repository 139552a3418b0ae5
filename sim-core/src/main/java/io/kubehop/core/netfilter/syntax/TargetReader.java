package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.targets.Jump;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.UnmodelledTarget;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The {@code -j} or {@code -g} of a rule while its options are being read. */
final class TargetReader {
  private final Word place;
  private final @Nullable Target fixed;
  private final @Nullable TargetSyntax<?> syntax;
  private final Options options;

  private TargetReader(
      Word place, @Nullable Target fixed, @Nullable TargetSyntax<?> syntax, Options options) {
    this.place = place;
    this.fixed = fixed;
    this.syntax = syntax;
    this.options = options;
  }

  /** A target without options. */
  static TargetReader of(Word place, Target target) {
    return new TargetReader(place, target, null, Options.none(place, IpFamily.IPV4));
  }

  /** What a word behind {@code -j} names: a chain, a standard target, or an extension. */
  static TargetReader of(Word name, IpFamily family, Predicate<String> isChain, WordCursor cursor) {
    String text = name.text();
    if (isChain.test(text)) {
      return of(name, new Jump(text));
    }
    switch (text) {
      case "ACCEPT", "DROP", "RETURN" -> {
        return of(name, StandardTarget.valueOf(text));
      }
      default -> {
        return extension(name, family, cursor);
      }
    }
  }

  private static TargetReader extension(Word name, IpFamily family, WordCursor cursor) {
    TargetSyntax<?> syntax = Extensions.target(name.text());
    if (syntax != null) {
      return new TargetReader(
          name, null, syntax, new Options(name, family, syntax.options(family)));
    }
    if (!Extensions.isReportedTarget(name.text())) {
      throw name.fault("'" + name.text() + "' is neither a chain of this table nor a target");
    }
    return of(name, new UnmodelledTarget(name.text(), cursor.verbatimToNextHeader()));
  }

  Word place() {
    return place;
  }

  boolean takes(String option) {
    return options.find(option) != null;
  }

  void add(Word option, boolean negated, WordCursor cursor) {
    options.add(option, negated, cursor);
  }

  /** The target; a rule without one lets packets pass on to the next rule. */
  static Target build(@Nullable TargetReader reader) {
    if (reader == null) {
      return StandardTarget.FALL_THROUGH;
    }
    if (reader.fixed != null) {
      return reader.fixed;
    }
    if (reader.syntax == null) {
      throw new IllegalStateException("no syntax for " + reader.place);
    }
    return reader.syntax.read(reader.place.text(), reader.options);
  }
}
