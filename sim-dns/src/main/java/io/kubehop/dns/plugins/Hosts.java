package io.kubehop.dns.plugins;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.ReverseName;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers from a file in the form of {@code /etc/hosts} and from entries in the Corefile
 * (plugin/hosts). It denies nothing: a name that it does not know is passed on or fails.
 */
public final class Hosts implements Plugin {
  private final Zones zones;
  private final Zones fallthrough;
  private final boolean passesOtherTypes;
  private final long ttl;
  private final HostsTable table;

  private Hosts(HostsOptions options, Zones zones, HostsTable table) {
    this.zones = zones;
    this.fallthrough = options.fallthrough();
    this.passesOtherTypes = options.passesOtherTypes();
    this.ttl = options.ttl();
    this.table = table;
  }

  /** Sets it up. */
  public static Hosts of(List<Directive> directives, Site site) {
    Directive directive = Once.of(directives);
    List<String> args = directive.args();
    String path = args.isEmpty() ? "/etc/hosts" : args.get(0);
    Zones zones = site.zonesOf(args.isEmpty() ? args : args.subList(1, args.size()));
    HostsOptions options = HostsOptions.of(directive);
    HostsTable table = new HostsTable(zones, options.reverse());
    table.addAll(site.files().getOrDefault(path, ""));
    table.addAll(String.join("\n", options.inline()));
    return new Hosts(options, zones, table);
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    boolean isPointer = query.type().equals(RecordType.PTR);
    if (!isPointer && !zones.contain(query.name())) {
      next.serve(query, responder);
      return;
    }
    List<ResourceRecord> answers = isPointer ? pointers(query) : addresses(query);
    boolean known = !answers.isEmpty() || table.knows(query.name());
    if (isPointer && answers.isEmpty()) {
      next.serve(query, responder);
    } else if (isPassedOn(query, known)) {
      next.serve(query, responder);
    } else if (!known) {
      responder.fail(ResponseCode.SERVFAIL);
    } else {
      responder.reply(DnsMessage.authoritativeReplyTo(query.message()).withAnswer(answers));
    }
  }

  private boolean isPassedOn(Query query, boolean known) {
    boolean isOtherType = !query.type().isAddress() && !query.type().equals(RecordType.PTR);
    return (!known || (isOtherType && passesOtherTypes)) && fallthrough.contain(query.name());
  }

  private List<ResourceRecord> pointers(Query query) {
    IpAddress address = ReverseName.address(query.name());
    List<ResourceRecord> pointers = new ArrayList<>();
    if (address != null) {
      for (DomainName name : table.names(address)) {
        pointers.add(ResourceRecord.ptr(query.name().lower(), ttl, name));
      }
    }
    return pointers;
  }

  private List<ResourceRecord> addresses(Query query) {
    List<ResourceRecord> addresses = new ArrayList<>();
    if (query.type().isAddress()) {
      IpFamily family = query.type().equals(RecordType.A) ? IpFamily.IPV4 : IpFamily.IPV6;
      for (IpAddress address : table.addresses(query.name(), family)) {
        addresses.add(ResourceRecord.address(query.name().lower(), ttl, address));
      }
    }
    return addresses;
  }
}
