package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers for the external and load-balancer addresses of Services under zones of their own
 * (plugin/k8s_external).
 */
public final class K8sExternal implements Plugin {
  private final Zones zones;
  private final Recursion recursion;
  private final Kubernetes kubernetes;
  private final ExternalRecords records;
  private Zones fallthrough = Zones.NONE;
  private String apex = "dns";
  private boolean headless;
  private long ttl = 5;

  private K8sExternal(Directive directive, Site site, Kubernetes kubernetes) {
    this.zones = site.zonesOf(directive.args());
    this.recursion = site.recursion();
    this.kubernetes = kubernetes;
    this.records =
        new ExternalRecords(kubernetes.exposure(), kubernetes.options(), zones.names().get(0));
  }

  /** Sets it up beside the plugin that knows the cluster. */
  public static K8sExternal of(Directive directive, Site site, Kubernetes kubernetes) {
    K8sExternal plugin = new K8sExternal(directive, site, kubernetes);
    directive.block().forEach(plugin::read);
    return plugin;
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "ttl" -> ttl = line.intArg(0, 0, 3600);
      case "apex" -> apex = line.arg(0);
      case "headless" -> headless = true;
      case "fallthrough" -> fallthrough = Site.fallthrough(line.args());
      default -> throw line.unknownProperty();
    }
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    DomainName zone = zones.match(query.name());
    if (zone == null) {
      next.serve(query, responder);
      return;
    }
    DomainName servers = zone.child(apex);
    if (query.name().equals(zone)) {
      responder.reply(atApex(query, zone));
    } else if (servers != null && query.name().isIn(servers)) {
      responder.reply(belowApex(query, zone, servers));
    } else {
      answer(query, zone, next, responder);
    }
  }

  private void answer(Query query, DomainName zone, Chain next, Responder responder) {
    ExternalRecords.Found found = records.find(query.name(), query.type(), zone, headless);
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message());
    if (!found.exists() && fallthrough.contain(query.name())) {
      next.serve(query, responder);
    } else if (found.entries().isEmpty()) {
      responder.reply(
          denial(reply.with(found.exists() ? ResponseCode.NOERROR : ResponseCode.NXDOMAIN), zone));
    } else if (query.type().equals(RecordType.SRV)) {
      answerServices(query, zone, found.entries(), responder);
    } else if (query.type().equals(RecordType.PTR)) {
      responder.reply(reply.withAnswer(pointers(query, found.entries())));
    } else if (query.type().isAddress()) {
      answerAddresses(query, zone, found.entries(), responder);
    } else {
      responder.reply(denial(reply, zone));
    }
  }

  /** A load balancer that has a name instead of an address is an alias. */
  private void answerAddresses(
      Query query, DomainName zone, List<Entry> entries, Responder responder) {
    List<ResourceRecord> own = ServiceRecords.addresses(entries, query.name(), query.type(), ttl);
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message()).withAnswer(own);
    List<DomainName> names = names(entries);
    if (names.isEmpty()) {
      responder.reply(own.isEmpty() ? denial(reply, zone) : reply);
    } else {
      follow(query, reply, names, responder);
    }
  }

  private void follow(Query query, DnsMessage reply, List<DomainName> names, Responder responder) {
    if (names.isEmpty()) {
      responder.reply(reply);
      return;
    }
    DomainName target = names.get(0);
    recursion.lookUp(
        query,
        target,
        query.type(),
        found -> {
          List<ResourceRecord> answer = new ArrayList<>(reply.answer());
          answer.add(ResourceRecord.cname(query.name(), kubernetes.options().ttl(), target));
          answer.addAll(found.answer());
          boolean truncated = reply.isTruncated() || found.isTruncated();
          follow(
              query,
              reply.withAnswer(answer).with(Flag.TC, truncated),
              names.subList(1, names.size()),
              responder);
        });
  }

  private static List<DomainName> names(List<Entry> entries) {
    List<DomainName> names = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.address() == null) {
        DomainName.parse(entry.host()).filter(name -> !names.contains(name)).ifPresent(names::add);
      }
    }
    return names;
  }

  private void answerServices(
      Query query, DomainName zone, List<Entry> entries, Responder responder) {
    List<Entry> inside = entries.stream().filter(entry -> entry.address() != null).toList();
    ServiceRecords.Srv srv =
        ServiceRecords.srv(inside, query.name(), kubernetes.options().ttl(), ttl);
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message());
    responder.reply(
        srv.services().isEmpty()
            ? denial(reply, zone)
            : reply.withAnswer(srv.services()).withAdditional(srv.additional()));
  }

  private List<ResourceRecord> pointers(Query query, List<Entry> entries) {
    return entries.stream()
        .map(entry -> ResourceRecord.ptr(query.name(), ttl, entry.key()))
        .distinct()
        .toList();
  }

  private DnsMessage atApex(Query query, DomainName zone) {
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message());
    if (query.type().equals(RecordType.SOA)) {
      return reply.withAnswer(List.of(soa(zone)));
    } else if (query.type().equals(RecordType.NS)) {
      return reply
          .withAnswer(List.of(ResourceRecord.ns(zone, ttl, server(zone))))
          .withAdditional(serverAddresses(zone, server(zone)));
    }
    return denial(reply, zone);
  }

  private DnsMessage belowApex(Query query, DomainName zone, DomainName servers) {
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message());
    if (query.name().equals(servers)) {
      return denial(reply, zone);
    } else if (!query.name().equals(server(zone))) {
      return denial(reply.with(ResponseCode.NXDOMAIN), zone);
    }
    List<ResourceRecord> addresses =
        serverAddresses(zone, query.name()).stream()
            .filter(record -> record.is(query.type()))
            .toList();
    return addresses.isEmpty() ? denial(reply, zone) : reply.withAnswer(addresses);
  }

  private List<ResourceRecord> serverAddresses(DomainName zone, DomainName owner) {
    List<ResourceRecord> addresses = new ArrayList<>();
    for (Entry server : kubernetes.nameServers().outside(zone, headless)) {
      IpAddress address = server.address();
      if (address != null) {
        addresses.add(ResourceRecord.address(owner, ttl, address));
      }
    }
    return addresses;
  }

  private DomainName server(DomainName zone) {
    DomainName name = zone.child("ns1." + apex);
    return name == null ? zone : name;
  }

  private DnsMessage denial(DnsMessage reply, DomainName zone) {
    return reply.withAuthority(List.of(soa(zone)));
  }

  private ResourceRecord soa(DomainName zone) {
    DomainName mailbox = zone.child("hostmaster." + apex);
    return ResourceRecord.soa(
        zone,
        ttl,
        server(zone),
        mailbox == null ? zone : mailbox,
        kubernetes.view().externallyModified(),
        ttl);
  }
}
