package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.message.DnsMessage;
import java.util.List;

/** Drops the authority and additional records of positive answers (plugin/minimal). */
public final class Minimal implements Plugin {

  /** Makes one. */
  public Minimal() {}

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    next.serve(query, responder.changing(Minimal::minimise));
  }

  private static DnsMessage minimise(DnsMessage answer) {
    return AnswerKind.of(answer) == AnswerKind.NO_ERROR
        ? answer.withAuthority(List.of()).withAdditional(List.of())
        : answer;
  }
}
