package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks the client's search list on the server's side (plugin/autopath). It works for questions in
 * the first domain of that list; the answer that is found becomes that of the question by an alias.
 */
public final class Autopath implements Plugin {
  private final Zones zones;
  private final Function<Query, List<DomainName>> searchList;

  private Autopath(Zones zones, Function<Query, List<DomainName>> searchList) {
    this.zones = zones;
    this.searchList = searchList;
  }

  /**
   * Sets it up.
   *
   * @param ofPods the search list of the Pod that asks, without the root; empty if it is not known
   */
  public static Autopath of(
      List<Directive> directives, Site site, Function<Query, List<DomainName>> ofPods) {
    Directive directive = directives.get(directives.size() - 1);
    List<String> args = directive.args();
    String source = directive.arg(Math.max(0, args.size() - 1));
    Zones zones = site.zonesOf(args.subList(0, args.size() - 1));
    return new Autopath(zones, source.startsWith("@") ? ofPods : query -> site.searches());
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    List<DomainName> searches = zones.contain(query.name()) ? searchList.apply(query) : List.of();
    if (searches.isEmpty() || !query.name().isIn(searches.get(0))) {
      next.serve(query, responder);
      return;
    }
    List<String> base = query.name().labelsAbove(searches.get(0));
    if (base.isEmpty()) {
      responder.fail(ResponseCode.SERVFAIL);
      return;
    }
    List<DomainName> candidates = new ArrayList<>();
    for (DomainName domain : searches) {
      add(candidates, domain.child(String.join(".", base)));
    }
    add(candidates, DomainName.ROOT.child(String.join(".", base)));
    new Walk(query, next, responder, candidates).step(0, null);
  }

  private static void add(List<DomainName> candidates, @Nullable DomainName candidate) {
    if (candidate != null) {
      candidates.add(candidate);
    }
  }

  /** What the first domain gave: an answer or a failure. */
  private record First(@Nullable DnsMessage answer, ResponseCode failure) {

    void giveTo(Responder responder) {
      if (answer == null) {
        responder.fail(failure);
      } else {
        responder.reply(answer);
      }
    }
  }

  private record Walk(Query query, Chain next, Responder responder, List<DomainName> candidates) {

    void step(int index, @Nullable First first) {
      if (index < candidates.size()) {
        next.serve(query.withName(candidates.get(index)), new Step(this, index, first));
      } else if (first != null) {
        first.giveTo(responder);
      }
    }
  }

  private record Step(Walk walk, int index, @Nullable First first) implements Responder {

    @Override
    public void reply(DnsMessage answer) {
      if (answer.rcode().equals(ResponseCode.NXDOMAIN)) {
        goOn(new First(answer, ResponseCode.NXDOMAIN));
      } else {
        walk.responder.reply(aliased(answer, walk.query.question()));
      }
    }

    @Override
    public void fail(ResponseCode code) {
      goOn(new First(null, code));
    }

    private void goOn(First mine) {
      walk.step(index + 1, first == null ? mine : first);
    }
  }

  private static DnsMessage aliased(DnsMessage answer, Question asked) {
    List<ResourceRecord> records = new ArrayList<>(answer.answer());
    for (ResourceRecord record : answer.answer()) {
      if (!record.owner().equals(asked.name())) {
        records.add(0, ResourceRecord.cname(asked.name(), record.ttl(), record.owner()));
        break;
      }
    }
    return answer.withAnswer(records).withQuestion(asked);
  }
}
