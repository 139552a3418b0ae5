package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.gotext.GoDuration;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import java.util.List;

/** The arguments and the block of a {@code cache} directive. */
final class CacheOptions {
  private static final long SECOND = 1_000_000_000L;

  private final Site site;
  private final Zones zones;
  private StoreOptions positive = new StoreOptions(10_000, 3600, 5, Zones.NONE);
  private StoreOptions denial = new StoreOptions(10_000, 1800, 5, Zones.NONE);
  private long failureSeconds = 5;
  private long staleSeconds;
  private boolean verifiesStale;
  private boolean keepTtl;
  private Popularity.Prefetch prefetch = Popularity.Prefetch.NEVER;

  private CacheOptions(Directive directive, Site site) {
    this.site = site;
    List<String> args = directive.args();
    boolean hasTtl = !args.isEmpty() && args.get(0).matches("-?[0-9]+");
    if (hasTtl) {
      int ttl = directive.intArg(0, 1, Integer.MAX_VALUE);
      positive = positive.withMost(ttl);
      denial = denial.withMost(ttl);
    }
    this.zones = site.zonesOf(hasTtl ? args.subList(1, args.size()) : args);
  }

  static CacheOptions of(Directive directive, Site site) {
    CacheOptions options = new CacheOptions(directive, site);
    directive.block().forEach(options::read);
    return options;
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "success" -> positive = positive.read(line);
      case "denial" -> denial = denial.read(line);
      case "servfail" -> failureSeconds = duration(line, 0) / SECOND;
      case "disable" -> readDisable(line);
      case "keepttl" -> keepTtl = true;
      case "serve_stale" -> readServeStale(line);
      case "prefetch" -> readPrefetch(line);
      default -> throw line.error("wrong argument in cache: '" + line.name() + "'");
    }
  }

  private void readDisable(Directive line) {
    Zones excepted =
        Site.fallthrough(line.args().subList(Math.min(1, line.args().size()), line.args().size()));
    switch (line.arg(0)) {
      case "success" -> positive = positive.except(excepted);
      case "denial" -> denial = denial.except(excepted);
      default -> throw line.error("cache type for disable must be \"success\" or \"denial\"");
    }
  }

  private void readServeStale(Directive line) {
    staleSeconds = line.args().isEmpty() ? 3600 : duration(line, 0) / SECOND;
    verifiesStale = line.args().size() > 1 && line.arg(1).equals("verify");
    if (line.args().size() > 2) {
      site.findings()
          .accept(
              new Finding(
                  line.line(), "serve_stale: what follows the refresh mode is not modelled"));
    }
  }

  private void readPrefetch(Directive line) {
    int hits = line.intArg(0, 0, Integer.MAX_VALUE);
    long window = line.args().size() > 1 ? duration(line, 1) : prefetch.window();
    int percentage = prefetch.percentage();
    if (line.args().size() > 2) {
      String text = line.arg(2);
      if (!text.matches("[1-9][0-9]%") || Integer.parseInt(text.substring(0, 2)) > 90) {
        throw line.error("percentage should fall in range [10, 90]: " + text);
      }
      percentage = Integer.parseInt(text.substring(0, 2));
    }
    prefetch = new Popularity.Prefetch(hits, window, percentage);
  }

  private static long duration(Directive line, int arg) {
    return GoDuration.parse(line.arg(arg))
        .orElseThrow(() -> line.error("invalid duration '" + line.arg(arg) + "'"));
  }

  Zones zones() {
    return zones;
  }

  boolean keepTtl() {
    return keepTtl;
  }

  long staleSeconds() {
    return staleSeconds;
  }

  boolean verifiesStale() {
    return verifiesStale;
  }

  Popularity.Prefetch prefetch() {
    return prefetch;
  }

  int capacity(boolean isPositive) {
    return (isPositive ? positive : denial).capacity();
  }

  boolean excepts(boolean isPositive, DomainName name) {
    return (isPositive ? positive : denial).excepted().contain(name);
  }

  /** For how many seconds an answer is good. */
  long ttl(AnswerKind kind, DnsMessage answer) {
    return switch (kind) {
      case SERVER_ERROR -> failureSeconds;
      case NAME_ERROR, NO_DATA -> denial.ttl(answer);
      case NO_ERROR -> positive.ttl(answer);
      default -> positive.clamp(StoreOptions.FAIL_SAFE_TTL);
    };
  }
}
