package io.kubehop.dns.plugins;

import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers and denials, apart from each other (plugin/cache). TTLs are capped in the first
 * answer already. Where one of the two stores is full, the entry that was stored first makes room;
 * CoreDNS takes one at random.
 */
public final class Cache implements Plugin {
  private final Simulation simulation;
  private final CacheOptions options;
  private final JournaledMap<CacheKey, CacheItem> positives;
  private final JournaledMap<CacheKey, CacheItem> denials;
  private final Popularity popularity;

  private Cache(Simulation simulation, CacheOptions options) {
    this.simulation = simulation;
    this.options = options;
    this.positives = new JournaledMap<>(simulation.journal());
    this.denials = new JournaledMap<>(simulation.journal());
    this.popularity = new Popularity(simulation, options.prefetch());
  }

  /** Sets it up. */
  public static Cache of(List<Directive> directives, Site site) {
    return new Cache(site.simulation(), CacheOptions.of(Once.of(directives), site));
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    if (!options.zones().contain(query.name())) {
      next.serve(query, responder);
      return;
    }
    CacheItem item = find(CacheKey.of(query));
    if (item == null) {
      next.serve(refreshing(query), storing(query, responder));
    } else if (item.remaining(simulation.now()) > 0) {
      if (popularity.isAboutToExpire(CacheKey.of(query), item)) {
        next.serve(refreshing(query), new Refresh(this, query, answer -> {}, () -> {}));
      }
      responder.reply(item.answer(query, remaining(item)));
    } else {
      serveStale(query, item, next, responder);
    }
  }

  private long remaining(CacheItem item) {
    return options.keepTtl() ? item.ttl() : item.remaining(simulation.now());
  }

  private void serveStale(Query query, CacheItem item, Chain next, Responder responder) {
    DnsMessage stale = item.answer(query, 0);
    if (options.verifiesStale()) {
      next.serve(
          refreshing(query),
          new Refresh(this, query, responder::reply, () -> responder.reply(stale)));
    } else {
      next.serve(refreshing(query), new Refresh(this, query, answer -> {}, () -> {}));
      responder.reply(stale);
    }
  }

  /** The server asks with AD, so that the answer is good for everybody. */
  private static Query refreshing(Query query) {
    return new Query(query.message().with(Flag.AD, true), query.exchange(), query.depth());
  }

  /** A failure to resolve does not hide an answer that is still good. */
  private @Nullable CacheItem find(CacheKey key) {
    CacheItem denial = usable(denials.get(key));
    CacheItem positive = usable(positives.get(key));
    boolean isFailure = denial != null && denial.rcode().equals(ResponseCode.SERVFAIL);
    return denial == null || (isFailure && positive != null) ? positive : denial;
  }

  private @Nullable CacheItem usable(@Nullable CacheItem item) {
    boolean isUsable = item != null && item.remaining(simulation.now()) > -options.staleSeconds();
    return isUsable ? item : null;
  }

  private Responder storing(Query query, Responder responder) {
    return responder.changing(answer -> store(query, answer));
  }

  /** Keeps an answer if it may be kept, and returns it with the TTL that it has from now on. */
  DnsMessage store(Query query, DnsMessage answer) {
    AnswerKind kind = AnswerKind.of(answer);
    long ttl = options.ttl(kind, answer);
    DnsMessage capped =
        new DnsMessage(
            answer.header(),
            answer.questions(),
            ResourceRecord.withTtl(answer.answer(), ttl),
            ResourceRecord.withTtl(answer.authority(), ttl),
            ResourceRecord.withTtl(answer.additional(), ttl),
            answer.edns());
    if (ttl > 0 && CacheItem.mayBeKept(kind, capped) && answer.answers(query.question())) {
      put(query, kind, new CacheItem(capped, ttl, simulation.now()));
    }
    boolean wantsAuthentic = query.wantsDnssec() || query.message().has(Flag.AD);
    return wantsAuthentic ? capped : capped.with(Flag.AD, false);
  }

  private void put(Query query, AnswerKind kind, CacheItem item) {
    boolean isPositive = kind == AnswerKind.NO_ERROR || kind == AnswerKind.DELEGATION;
    if (options.excepts(isPositive, query.name())) {
      return;
    }
    JournaledMap<CacheKey, CacheItem> store = isPositive ? positives : denials;
    CacheKey key = CacheKey.of(query);
    store.remove(key);
    if (store.size() >= options.capacity(isPositive)) {
      store.remove(store.keys().get(0));
    }
    store.put(key, item);
  }
}
