package io.kubehop.dns.plugins.forward;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.ZoneKey;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.gotext.GoDuration;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The arguments and the block of a {@code forward} directive. */
final class ForwardOptions {
  private static final long SECOND = 1_000_000_000L;

  enum Policy {
    RANDOM,
    ROUND_ROBIN,
    SEQUENTIAL
  }

  private final Site site;
  private final DomainName from;
  private final List<SocketAddress> servers;
  private final List<DomainName> excepted = new ArrayList<>();
  private final List<ResponseCode> handedOn = new ArrayList<>();
  private final List<ResponseCode> failovers = new ArrayList<>();
  private boolean handsOnEmpty;
  private boolean forceTcp;
  private boolean preferUdp;
  private boolean failsFast;
  private int mostFails = 2;
  private int mostAttempts;
  private int mostConcurrent;
  private long readTimeout = 2 * SECOND;
  private long checkInterval = SECOND / 2;
  private Policy policy = Policy.RANDOM;

  private ForwardOptions(Directive directive, Site site) {
    this.site = site;
    List<DomainName> zones = ZoneKey.parse(directive.arg(0)).zones();
    if (zones.isEmpty()) {
      throw directive.error("unable to normalize '" + directive.arg(0) + "'");
    }
    this.from = zones.get(0);
    directive.arg(1);
    this.servers =
        new ServerList(site).parse(directive, directive.args().subList(1, directive.args().size()));
    this.mostAttempts = 2 * servers.size();
  }

  static ForwardOptions of(Directive directive, Site site) {
    ForwardOptions options = new ForwardOptions(directive, site);
    directive.block().forEach(options::read);
    return options;
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "except" -> line.args().forEach(arg -> excepted.addAll(ZoneKey.parse(arg).zones()));
      case "force_tcp" -> forceTcp = true;
      case "prefer_udp" -> preferUdp = true;
      case "max_fails" -> mostFails = line.intArg(0, 0, Integer.MAX_VALUE);
      case "max_connect_attempts" -> mostAttempts = line.intArg(0, 0, Integer.MAX_VALUE);
      case "max_concurrent" -> mostConcurrent = line.intArg(0, 0, Integer.MAX_VALUE);
      case "read_timeout" -> readTimeout = duration(line);
      case "health_check" -> checkInterval = duration(line);
      case "policy" -> policy = policy(line);
      case "next" -> line.args().forEach(arg -> handedOn.add(code(line, arg)));
      case "next_on_nodata" -> handsOnEmpty = true;
      case "failover" -> line.args().forEach(arg -> failovers.add(code(line, arg)));
      case "failfast_all_unhealthy_upstreams" -> failsFast = true;
      case "expire", "max_idle_conns", "max_age" -> {}
      case "tls", "tls_servername", "doh_method", "resolver", "source_address" ->
          site.findings()
              .accept(new Finding(line.line(), "forward " + line.name() + " is not modelled"));
      default -> throw line.unknownProperty();
    }
  }

  private static long duration(Directive line) {
    return GoDuration.parse(line.arg(0))
        .orElseThrow(() -> line.error("invalid duration '" + line.arg(0) + "'"));
  }

  private static Policy policy(Directive line) {
    return switch (line.arg(0)) {
      case "random" -> Policy.RANDOM;
      case "round_robin" -> Policy.ROUND_ROBIN;
      case "sequential" -> Policy.SEQUENTIAL;
      default -> throw line.error("unknown policy '" + line.arg(0) + "'");
    };
  }

  private static ResponseCode code(Directive line, String text) {
    return ResponseCode.parse(text.toUpperCase(Locale.ROOT))
        .orElseThrow(() -> line.error(text + " is not a valid rcode"));
  }

  List<SocketAddress> servers() {
    return servers;
  }

  boolean concerns(DomainName name) {
    boolean isExcepted = !name.equals(from) && new Zones(excepted).contain(name);
    return name.isIn(from) && !isExcepted;
  }

  boolean isHandedOn(DnsMessage answer) {
    boolean isEmpty = answer.answer().isEmpty();
    return handedOn.contains(answer.rcode())
        || (handsOnEmpty && isEmpty && answer.rcode().equals(ResponseCode.NOERROR));
  }

  boolean failsOver(DnsMessage answer) {
    return failovers.contains(answer.rcode());
  }

  /** Whether a query goes out over TCP that came over TCP or not. */
  boolean usesTcp(boolean cameByTcp) {
    return forceTcp || (cameByTcp && !preferUdp);
  }

  boolean prefersUdp() {
    return preferUdp;
  }

  boolean failsFast() {
    return failsFast;
  }

  int mostFails() {
    return mostFails;
  }

  int mostAttempts() {
    return mostAttempts;
  }

  int mostConcurrent() {
    return mostConcurrent;
  }

  long readTimeout() {
    return readTimeout;
  }

  long checkInterval() {
    return checkInterval;
  }

  Policy policy() {
    return policy;
  }
}
