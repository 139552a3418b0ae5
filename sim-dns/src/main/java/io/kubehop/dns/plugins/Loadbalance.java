package io.kubehop.dns.plugins;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Shuffles the addresses of an answer, and its mail exchanges; aliases and other records stay in
 * front (plugin/loadbalance). Which address comes first is a branching choice; the order of the
 * rest is drawn.
 */
public final class Loadbalance implements Plugin {
  private final Simulation simulation;
  private final RandomStream stream;
  private final List<Cidr> preferred;

  private Loadbalance(Simulation simulation, RandomStream stream, List<Cidr> preferred) {
    this.simulation = simulation;
    this.stream = stream;
    this.preferred = List.copyOf(preferred);
  }

  /** Sets it up. */
  public static Loadbalance of(List<Directive> directives, Site site) {
    List<Cidr> preferred = new ArrayList<>();
    for (Directive directive : directives) {
      readPolicy(directive, site);
      for (Directive line : directive.block()) {
        if (line.name().equals("prefer")) {
          line.args().forEach(arg -> preferred.add(network(line, arg)));
        } else if (!line.name().equals("reload")) {
          throw line.unknownProperty();
        }
      }
    }
    return new Loadbalance(site.simulation(), site.random("loadbalance"), preferred);
  }

  private static void readPolicy(Directive directive, Site site) {
    String policy = directive.args().isEmpty() ? "round_robin" : directive.arg(0);
    if (policy.equals("weighted")) {
      site.findings()
          .accept(
              new Finding(
                  directive.line(),
                  "loadbalance weighted is not modelled; all addresses weigh the same"));
    } else if (!policy.equals("round_robin")) {
      throw directive.error("unknown policy: " + policy);
    }
  }

  private static Cidr network(Directive line, String text) {
    try {
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      throw line.error("invalid CIDR '" + text + "'");
    }
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    next.serve(query, responder.changing(this::shuffle));
  }

  private DnsMessage shuffle(DnsMessage answer) {
    if (!answer.rcode().equals(ResponseCode.NOERROR) || answer.question().type().isTransfer()) {
      return answer;
    }
    return new DnsMessage(
        answer.header(),
        answer.questions(),
        preferredFirst(shuffle(answer.answer())),
        shuffle(answer.authority()),
        shuffle(answer.additional()),
        answer.edns());
  }

  private List<ResourceRecord> shuffle(List<ResourceRecord> records) {
    if (records.size() <= 1) {
      return records;
    }
    List<ResourceRecord> aliases = new ArrayList<>();
    List<ResourceRecord> addresses = new ArrayList<>();
    List<ResourceRecord> exchanges = new ArrayList<>();
    List<ResourceRecord> rest = new ArrayList<>();
    for (ResourceRecord record : records) {
      if (record.type().isAddress()) {
        addresses.add(record);
      } else if (record.is(RecordType.CNAME)) {
        aliases.add(record);
      } else {
        (record.is(RecordType.MX) ? exchanges : rest).add(record);
      }
    }
    aliases.addAll(rest);
    aliases.addAll(shuffled(addresses));
    aliases.addAll(shuffled(exchanges));
    return aliases;
  }

  private List<ResourceRecord> shuffled(List<ResourceRecord> records) {
    int count = records.size();
    if (count > 1) {
      swap(records, 0, simulation.choices().uniform(stream, count));
    }
    for (int i = 1; i < count - 1; i++) {
      swap(records, i, i + stream.nextInt(count - i));
    }
    return records;
  }

  private static void swap(List<ResourceRecord> records, int one, int other) {
    ResourceRecord moved = records.get(one);
    records.set(one, records.get(other));
    records.set(other, moved);
  }

  private List<ResourceRecord> preferredFirst(List<ResourceRecord> records) {
    if (preferred.isEmpty()) {
      return records;
    }
    List<ResourceRecord> first = new ArrayList<>();
    List<ResourceRecord> rest = new ArrayList<>();
    for (ResourceRecord record : records) {
      (record.address() == null || isPreferred(record.address()) ? first : rest).add(record);
    }
    first.addAll(rest);
    return first;
  }

  private boolean isPreferred(IpAddress address) {
    return preferred.stream().anyMatch(network -> network.contains(address));
  }
}
