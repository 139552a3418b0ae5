package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes answers from texts with gaps, by zone, type and pattern (plugin/template). The directives
 * are tried in the order of the file.
 */
public final class Template implements Plugin {
  private final List<TemplateRule> rules;
  private final Recursion recursion;

  private Template(List<TemplateRule> rules, Recursion recursion) {
    this.rules = List.copyOf(rules);
    this.recursion = recursion;
  }

  /** Sets it up. */
  public static Template of(List<Directive> directives, Site site) {
    return new Template(
        directives.stream().map(directive -> TemplateRule.of(directive, site)).toList(),
        site.recursion());
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    for (TemplateRule rule : rules) {
      if (rule.concerns(query)) {
        Optional<Map<String, Object>> data = rule.match(query);
        if (data.isPresent()) {
          answer(query, rule, data.get(), responder);
          return;
        } else if (!rule.fallthrough().contain(query.name())) {
          responder.fail(ResponseCode.SERVFAIL);
          return;
        }
      }
    }
    next.serve(query, responder);
  }

  private void answer(
      Query query, TemplateRule rule, Map<String, Object> data, Responder responder) {
    if (rule.rcode().equals(ResponseCode.SERVFAIL)) {
      responder.fail(ResponseCode.SERVFAIL);
      return;
    }
    DnsMessage reply;
    try {
      reply =
          DnsMessage.authoritativeReplyTo(query.message())
              .with(rule.rcode())
              .withAnswer(rule.answers(data))
              .withAdditional(rule.additionals(data))
              .withAuthority(rule.authorities(data));
    } catch (IllegalArgumentException e) {
      responder.fail(ResponseCode.SERVFAIL);
      return;
    }
    complete(query, reply, 0, responder);
  }

  /** What an alias points to follows it, for questions of addresses. */
  private void complete(Query query, DnsMessage reply, int from, Responder responder) {
    List<ResourceRecord> answers = reply.answer();
    for (int i = from; query.type().isAddress() && i < answers.size(); i++) {
      DomainName target = answers.get(i).target();
      if (answers.get(i).is(RecordType.CNAME) && target != null) {
        int position = i + 1;
        recursion.lookUp(
            query,
            target,
            query.type(),
            found -> {
              DnsMessage longer =
                  reply
                      .withAnswer(inserted(answers, position, found.answer()))
                      .with(Flag.TC, found.isTruncated());
              complete(query, longer, position + found.answer().size(), responder);
            });
        return;
      }
    }
    responder.reply(reply);
  }

  private static List<ResourceRecord> inserted(
      List<ResourceRecord> records, int position, List<ResourceRecord> more) {
    List<ResourceRecord> all = new ArrayList<>(records);
    all.addAll(position, more);
    return all;
  }
}
