package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.matches.Match;
import io.kubehop.core.netfilter.matches.UnmodelledMatch;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.targets.Goto;
import io.kubehop.core.netfilter.targets.Jump;
import io.kubehop.core.netfilter.targets.StandardTarget;
import io.kubehop.core.netfilter.targets.Target;
import io.kubehop.core.netfilter.targets.UnmodelledTarget;
import java.util.function.Predicate;

/** Rules as text, without the command ({@code -A CHAIN}) that stands before them. */
public final class RuleText {
  private RuleText() {}

  /** A rule as iptables-save prints it; empty for a rule that asks and does nothing. */
  public static String print(Rule rule, IpFamily family) {
    OptionWriter out = new OptionWriter(family);
    for (Match match : rule.matches()) {
      write(match, out);
    }
    write(rule.target(), out);
    return out.toString();
  }

  private static void write(Match match, OptionWriter out) {
    if (Rule.isHeader(match)) {
      HeaderText.write(match, out);
    } else if (match instanceof UnmodelledMatch unmodelled) {
      out.option("-m", unmodelled.name()).words(unmodelled.options());
    } else {
      writeExtension(Extensions.of(match), match, out);
    }
  }

  private static <M extends Match> void writeExtension(
      MatchSyntax<M> syntax, M match, OptionWriter out) {
    out.option("-m", syntax.name(match, out.family()));
    syntax.write(match, out);
  }

  private static void write(Target target, OptionWriter out) {
    if (target instanceof Jump jump) {
      out.option("-j", jump.chain());
    } else if (target instanceof Goto jump) {
      out.option("-g", jump.chain());
    } else if (target instanceof StandardTarget standard) {
      if (standard != StandardTarget.FALL_THROUGH) {
        out.option("-j", standard.name());
      }
    } else if (target instanceof UnmodelledTarget unmodelled) {
      out.option("-j", unmodelled.name()).words(unmodelled.options());
    } else {
      writeExtension(Extensions.of(target), target, out);
    }
  }

  private static <T extends Target> void writeExtension(
      TargetSyntax<T> syntax, T target, OptionWriter out) {
    out.option("-j", syntax.name(target, out.family()));
    syntax.write(target, out);
  }

  /**
   * Reads one rule, such as {@code -p tcp --dport 80 -j ACCEPT}.
   *
   * @param isChain which names are chains
   * @throws RuleTextException if iptables would refuse it
   */
  public static Rule parse(
      String text, IpFamily family, TableName table, Predicate<String> isChain) {
    ParsedRule parsed = new RuleReader(family, isChain).read(new WordCursor(Word.split(text), 0));
    RuleChecks.check(parsed, table, "");
    return parsed.rules().get(0);
  }
}
