package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Counters;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.List;
import java.util.function.Predicate;

/**
 * One line of a saved text that changes a table: {@code [1:60] -A INPUT -p tcp -j ACCEPT}.
 *
 * @param action what to do
 * @param chain the chain to do it to
 * @param number for {@link Action#INSERT}, the place of the new rule, from 1
 * @param rules for {@link Action#APPEND} and {@link Action#INSERT} the rules: several if several
 *     addresses are given
 * @param policy for {@link Action#POLICY}, the word behind the chain
 * @param column where the rule's target stands, for faults of the rule as a whole
 */
public record RuleCommand(
    Action action, String chain, int number, List<Rule> rules, String policy, int column) {

  /** What to do. */
  public enum Action {
    /** {@code -A}. */
    APPEND,
    /** {@code -I}. */
    INSERT,
    /** {@code -N}. */
    NEW_CHAIN,
    /** {@code -P}. */
    POLICY
  }

  /**
   * Reads a line.
   *
   * @param isChain which names are chains of the table
   * @throws RuleTextException if iptables-restore would refuse it
   */
  public static RuleCommand parse(
      String line, IpFamily family, TableName table, Predicate<String> isChain) {
    List<Word> words = Word.split(line);
    WordCursor cursor = new WordCursor(words, 0);
    Counters counters = null;
    Word first = cursor.next();
    if (first.text().startsWith("[")) {
      counters = CountersText.read(first);
      first = cursor.value(first);
    }
    Word chain = cursor.value(first);
    switch (first.text()) {
      case "-N", "--new-chain" -> {
        return new RuleCommand(Action.NEW_CHAIN, chain.text(), 0, List.of(), "", chain.column());
      }
      case "-P", "--policy" -> {
        Word policy = cursor.value(first);
        return new RuleCommand(
            Action.POLICY, chain.text(), 0, List.of(), policy.text(), policy.column());
      }
      case "-A", "--append", "-I", "--insert" -> {
        if (!isChain.test(chain.text())) {
          throw chain.fault("there is no chain " + chain.text() + " in table " + table);
        }
        boolean insert = first.text().startsWith("-I") || first.text().startsWith("--i");
        int number = insert ? cursor.skipNumber() : 0;
        ParsedRule parsed = new RuleReader(family, isChain).read(cursor).with(counters);
        RuleChecks.check(parsed, table, chain.text());
        return new RuleCommand(
            insert ? Action.INSERT : Action.APPEND,
            chain.text(),
            number,
            parsed.rules(),
            "",
            parsed.place().column());
      }
      default ->
          throw first.fault(
              "'" + first.text() + "' is no command of a saved text (such as -A CHAIN …)");
    }
  }
}
