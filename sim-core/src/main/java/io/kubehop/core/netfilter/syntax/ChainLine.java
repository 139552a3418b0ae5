package io.kubehop.core.netfilter.syntax;

import io.kubehop.core.netfilter.rule.Counters;
import java.util.List;

/**
 * A line that declares a chain: {@code :INPUT ACCEPT [0:0]}.
 *
 * @param name the chain
 * @param policy its policy; {@code -} for a chain that is not built in
 * @param counters what the policy has counted; zero if that is missing
 * @param column where the policy stands
 */
public record ChainLine(String name, String policy, Counters counters, int column) {

  /**
   * Reads a line.
   *
   * @throws RuleTextException if it is something else
   */
  public static ChainLine parse(String line) {
    List<Word> words = Word.split(line);
    String name = words.get(0).text().substring(1);
    if (words.size() < 2) {
      throw words
          .get(0)
          .fault("chain " + name + " needs a policy (ACCEPT or DROP; - if it is not built in)");
    }
    Word policy = words.get(1);
    Counters counters = words.size() > 2 ? CountersText.read(words.get(2)) : Counters.ZERO;
    return new ChainLine(name, policy.text(), counters, policy.column());
  }
}
