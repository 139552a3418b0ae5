package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import java.util.List;
import java.util.Optional;

/**
 * Asks for another type.
 *
 * @param from the type it is for
 * @param to the type that is asked for instead
 * @param stops whether no rule after it is tried
 */
record QuestionRule(RecordType from, RecordType to, boolean stops) implements RewriteRule {

  @Override
  public Optional<Rewritten> rewrite(Query query) {
    Question asked = query.question();
    return asked.type().equals(from)
        ? Optional.of(
            new Rewritten(
                query.withQuestion(new Question(asked.name(), to, asked.recordClass())), List.of()))
        : Optional.empty();
  }
}
