package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.ReverseName;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.service.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Answers for Services, endpoints and Pods (plugin/kubernetes), by version 1.1.0 of the DNS
 * specification of Kubernetes.
 */
public final class Kubernetes implements Plugin {
  private static final String SCHEMA_VERSION = "1.1.0";
  private static final long VERSION_TTL = 28800;
  private static final long LONGEST_SOA_TTL = 300;

  private final KubernetesOptions options;
  private final ClusterView view;
  private final Exposure exposure;
  private final ClusterRecords records;
  private final NameServers nameServers;
  private final Recursion recursion;
  private final List<DomainName> nodeSearches;

  private Kubernetes(
      KubernetesOptions options, Site site, ClusterView view, boolean knowsExternalNames) {
    this.options = options;
    this.view = view;
    this.exposure = new Exposure(view, options);
    this.records = new ClusterRecords(exposure, options, knowsExternalNames);
    this.nameServers = new NameServers(site.host(), exposure, options);
    this.recursion = site.recursion();
    this.nodeSearches = site.searches();
  }

  /**
   * Sets it up.
   *
   * @param view what is known of the cluster
   * @param knowsExternalNames whether Services of type ExternalName have records; cluster DNS has
   *     known them since kube-dns 1.7
   */
  public static Kubernetes of(
      Directive directive, Site site, ClusterView view, boolean knowsExternalNames) {
    return new Kubernetes(KubernetesOptions.of(directive, site), site, view, knowsExternalNames);
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    DomainName match = options.zones().match(query.name());
    if (match == null) {
      next.serve(query, responder);
      return;
    }
    DomainName zone = query.name().last(match.labelCount()); // in the spelling of the question
    RecordType type = query.type();
    if (type.isTransfer()) {
      responder.fail(ResponseCode.REFUSED);
    } else if (type.isAddress()) {
      new AddressLookup((name, t) -> entries(name, t, zone), recursion, query, zone, options.ttl())
          .start(found -> finish(query, zone, found, next, responder));
    } else {
      finish(query, zone, find(query, zone), next, responder);
    }
  }

  private void finish(
      Query query, DomainName zone, AddressLookup.Found found, Chain next, Responder responder) {
    finish(
        query,
        zone,
        new Finds(found.exists(), found.records(), List.of(), found.truncated()),
        next,
        responder);
  }

  private void finish(Query query, DomainName zone, Finds finds, Chain next, Responder responder) {
    if (!finds.exists && options.fallthrough().contain(query.name())) {
      next.serve(query, responder);
      return;
    }
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message());
    if (!finds.exists) {
      ResponseCode code = view.hasSynced() ? ResponseCode.NXDOMAIN : ResponseCode.SERVFAIL;
      responder.reply(reply.with(code).withAuthority(List.of(soa(zone))));
    } else if (finds.answer.isEmpty()) {
      responder.reply(reply.withAuthority(List.of(soa(zone))));
    } else {
      responder.reply(
          reply
              .with(Flag.TC, finds.truncated)
              .withAnswer(finds.answer)
              .withAdditional(finds.additional));
    }
  }

  private record Finds(
      boolean exists,
      List<ResourceRecord> answer,
      List<ResourceRecord> additional,
      boolean truncated) {
    static final Finds NO_NAME = new Finds(false, List.of(), List.of(), false);

    static Finds of(List<ResourceRecord> answer) {
      return new Finds(true, answer, List.of(), false);
    }
  }

  /** Everything but addresses, which may need to be looked up elsewhere. */
  private Finds find(Query query, DomainName zone) {
    RecordType type = query.type();
    boolean isApex = query.name().labelCount() == zone.labelCount();
    if (type.equals(RecordType.SOA)) {
      return isApex ? Finds.of(List.of(soa(zone))) : Finds.of(List.of());
    } else if (type.equals(RecordType.NS) && query.lowerName().equals(zone.toString())) {
      return servers(query, zone);
    } else if (type.equals(RecordType.TXT)) {
      return text(query, zone);
    } else if (type.equals(RecordType.PTR)) {
      return pointers(query, zone);
    }
    Optional<List<Entry>> entries = entries(query.name(), type, zone);
    if (entries.isEmpty()) {
      return Finds.NO_NAME;
    } else if (type.equals(RecordType.CNAME)) {
      return Finds.of(alias(query, entries.get()));
    } else if (type.equals(RecordType.SRV)) {
      return services(query, entries.get());
    }
    return Finds.of(List.of());
  }

  private Optional<List<Entry>> entries(DomainName name, RecordType type, DomainName zone) {
    if (name.lowerText().equals("ns.dns." + zone)) {
      return Optional.of(
          type.isAddress()
              ? nameServers.inside(zone).stream().map(s -> new Entry(name, s.host(), 0)).toList()
              : List.of());
    }
    return records.find(name, zone);
  }

  private Finds servers(Query query, DomainName zone) {
    List<ResourceRecord> names = new ArrayList<>();
    List<ResourceRecord> addresses = new ArrayList<>();
    for (Entry server : nameServers.inside(zone)) {
      IpAddress address = server.address();
      ResourceRecord name = ResourceRecord.ns(query.name(), options.ttl(), server.key());
      if (!names.contains(name)) {
        names.add(name);
      }
      if (address != null) {
        addresses.add(ResourceRecord.address(server.key(), options.ttl(), address));
      }
    }
    return new Finds(true, names, addresses, false);
  }

  /** Only the version has text; names without an address of their own count as unknown here. */
  private Finds text(Query query, DomainName zone) {
    List<String> labels = query.name().lower().labelsAbove(zone);
    if (labels.equals(List.of("dns-version"))) {
      return Finds.of(List.of(ResourceRecord.txt(query.name(), VERSION_TTL, SCHEMA_VERSION)));
    }
    boolean hasData =
        records.find(query.name(), zone).filter(entries -> !entries.isEmpty()).isPresent();
    return hasData ? Finds.of(List.of()) : Finds.NO_NAME;
  }

  private Finds pointers(Query query, DomainName zone) {
    IpAddress address = ReverseName.address(query.name());
    if (address == null) {
      return records.find(query.name(), zone).isPresent() ? Finds.of(List.of()) : Finds.NO_NAME;
    }
    List<ResourceRecord> pointers =
        records.reverse(address).stream()
            .map(name -> ResourceRecord.ptr(query.name(), options.ttl(), name))
            .toList();
    return pointers.isEmpty() ? Finds.NO_NAME : Finds.of(pointers);
  }

  private List<ResourceRecord> alias(Query query, List<Entry> entries) {
    if (entries.isEmpty() || entries.get(0).address() != null) {
      return List.of();
    }
    return DomainName.parse(entries.get(0).host())
        .map(target -> List.of(ResourceRecord.cname(query.name(), options.ttl(), target)))
        .orElse(List.of());
  }

  /** Services elsewhere have no SRV record. */
  private Finds services(Query query, List<Entry> entries) {
    List<Entry> inside = entries.stream().filter(entry -> entry.address() != null).toList();
    ServiceRecords.Srv srv = ServiceRecords.srv(inside, query.name(), options.ttl(), options.ttl());
    return new Finds(true, srv.services(), srv.additional(), false);
  }

  private ResourceRecord soa(DomainName zone) {
    DomainName server = zone.child("ns.dns");
    DomainName mailbox = zone.child("hostmaster");
    return ResourceRecord.soa(
        zone,
        Math.min(options.ttl(), LONGEST_SOA_TTL),
        server == null ? zone : server,
        mailbox == null ? zone : mailbox,
        view.modified(),
        options.ttl());
  }

  /**
   * The search list of the Pod that asks, as far as the server knows it: with {@code pods
   * verified}, by the client's address.
   */
  public List<DomainName> searchListFor(Query query) {
    DomainName zone = options.zones().match(query.name());
    if (zone == null || options.pods() != KubernetesOptions.PodMode.VERIFIED) {
      return List.of();
    }
    List<Pod> pods = exposure.podsWithIp(query.exchange().client().address().toString());
    DomainName services = zone.child(RecordRequest.SERVICE);
    if (pods.isEmpty() || services == null) {
      return List.of();
    }
    List<DomainName> searches = new ArrayList<>();
    DomainName own = services.child(pods.get(0).metadata().namespace());
    searches.add(own == null ? services : own);
    searches.add(services);
    searches.add(zone);
    searches.addAll(nodeSearches);
    return searches;
  }

  ClusterView view() {
    return view;
  }

  Exposure exposure() {
    return exposure;
  }

  KubernetesOptions options() {
    return options;
  }

  NameServers nameServers() {
    return nameServers;
  }
}
