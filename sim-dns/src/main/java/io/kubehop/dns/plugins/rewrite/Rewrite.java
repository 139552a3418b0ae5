package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes the question by the first rule that fits (and by those before it that say {@code
 * continue}), and undoes in the answer what it did.
 */
public final class Rewrite implements Plugin {
  private final List<RewriteRule> rules;

  private Rewrite(List<RewriteRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Sets it up. */
  public static Rewrite of(List<Directive> directives, Site site) {
    List<RewriteRule> rules = new ArrayList<>();
    for (Directive directive : directives) {
      new RuleParser(directive, site).parse().ifPresent(rules::add);
    }
    return new Rewrite(rules);
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    Query rewritten = query;
    List<ResponseRule> undoing = new ArrayList<>();
    boolean done = false;
    for (int i = 0; i < rules.size() && !done; i++) {
      RewriteRule rule = rules.get(i);
      Optional<RewriteRule.Rewritten> result = rule.rewrite(rewritten);
      if (result.isPresent()) {
        rewritten = result.get().query();
        undoing.addAll(result.get().undoing());
        done = rule.stops();
      }
    }
    boolean reverts = done || !undoing.isEmpty();
    next.serve(
        rewritten,
        reverts ? new Reverter(rewritten, query.question(), undoing, responder) : responder);
  }

  /**
   * Puts the question back, and applies the rules for answers in reverse order. A failure becomes
   * an answer here, so that rules see it too.
   */
  private record Reverter(
      Query rewritten, Question asked, List<ResponseRule> undoing, Responder outer)
      implements Responder {

    @Override
    public void reply(DnsMessage answer) {
      step(undoing.size() - 1, answer.withQuestion(asked));
    }

    private void step(int index, DnsMessage answer) {
      if (index < 0) {
        outer.reply(answer);
      } else {
        undoing.get(index).apply(rewritten, answer, changed -> step(index - 1, changed));
      }
    }

    @Override
    public void fail(ResponseCode code) {
      reply(DnsMessage.replyTo(rewritten.message()).with(code));
    }
  }
}
