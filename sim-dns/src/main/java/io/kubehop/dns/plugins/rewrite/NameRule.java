package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for another name.
 *
 * @param match the names it is for
 * @param replacement what comes in the place of what was found
 * @param auto whether the answer gets the asked name back by itself
 * @param answers further rules for the answer
 * @param stops whether no rule after it is tried
 */
record NameRule(
    NameMatch match, String replacement, boolean auto, List<ResponseRule> answers, boolean stops)
    implements RewriteRule {

  @Override
  public Optional<Rewritten> rewrite(Query query) {
    String before = query.lowerName();
    return match
        .replace(before, replacement)
        .flatMap(DomainName::parse)
        .map(after -> new Rewritten(query.withName(after), undoing(before, after.toString())));
  }

  private List<ResponseRule> undoing(String before, String after) {
    List<ResponseRule> rules = new ArrayList<>();
    if (auto) {
      TextRewriter back =
          match instanceof NameMatch.Suffix suffix
              ? new TextRewriter.EndOfText(replacement, suffix.from())
              : new TextRewriter.NameOrBelow(after, before);
      rules.add(back.onOwners());
      rules.add(back.onTargets());
    }
    rules.addAll(answers);
    return rules;
  }
}
