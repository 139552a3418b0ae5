package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import java.util.List;
import java.util.Optional;

/** One {@code rewrite} directive. */
interface RewriteRule {

  /** What came of a query to which a rule applies, and how to undo it in the answer. */
  record Rewritten(Query query, List<ResponseRule> undoing) {}

  /** Applies the rule; empty if it does not fit. */
  Optional<Rewritten> rewrite(Query query);

  /** Whether it is the last rule that is tried, if it fits. */
  boolean stops();
}
