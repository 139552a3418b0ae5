package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import java.util.List;
import java.util.Optional;

/**
 * Leaves the question and changes the answer: its TTLs, its code.
 *
 * @param match the names it is for
 * @param change what it does to the answer
 * @param stops whether no rule after it is tried
 */
record AnswerRule(NameMatch match, ResponseRule change, boolean stops) implements RewriteRule {

  @Override
  public Optional<Rewritten> rewrite(Query query) {
    return match.matches(query.lowerName())
        ? Optional.of(new Rewritten(query, List.of(change)))
        : Optional.empty();
  }
}
