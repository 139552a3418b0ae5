package io.kubehop.dns.plugins;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Plugin;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.List;

/**
 * Makes IPv6 addresses of IPv4 addresses for names that have no others (plugin/dns64, RFC 6147),
 * for clients that ask over IPv6.
 */
public final class Dns64 implements Plugin {
  private static final long LONGEST_TTL = 600;

  private final Recursion recursion;
  private Cidr prefix = Cidr.parse("64:ff9b::/96");
  private boolean translatesAll;
  private boolean servesV4;

  private Dns64(Recursion recursion) {
    this.recursion = recursion;
  }

  /** Sets it up. */
  public static Dns64 of(List<Directive> directives, Site site) {
    Dns64 plugin = new Dns64(site.recursion());
    for (Directive directive : directives) {
      if (!directive.args().isEmpty()) {
        plugin.prefix = prefix(directive);
      }
      directive.block().forEach(plugin::read);
    }
    return plugin;
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "prefix" -> prefix = prefix(line);
      case "translate_all" -> translatesAll = true;
      case "allow_ipv4" -> servesV4 = true;
      default -> throw line.unknownProperty();
    }
  }

  private static Cidr prefix(Directive line) {
    String text = line.arg(0);
    try {
      Cidr network = Cidr.parse(text);
      int length = network.prefixLength();
      if (!network.address().isV4() && length % 8 == 0 && length >= 32 && length <= 96) {
        return network;
      }
    } catch (IllegalArgumentException e) {
      // Reported below, like a prefix of another length.
    }
    throw line.error("invalid prefix '" + text + "'");
  }

  @Override
  public void serve(Query query, Chain next, Responder responder) {
    boolean clientFits = servesV4 || !query.exchange().client().address().isV4();
    if (clientFits && query.type().equals(RecordType.AAAA)) {
      next.serve(query, responder.catching(answer -> translate(query, answer, responder)));
    } else {
      next.serve(query, responder);
    }
  }

  private void translate(Query query, DnsMessage answer, Responder responder) {
    boolean hasOwn = ResourceRecord.hasType(answer.answer(), RecordType.AAAA);
    if (AnswerKind.of(answer) == AnswerKind.NAME_ERROR || (hasOwn && !translatesAll)) {
      responder.reply(answer);
      return;
    }
    long ttl =
        answer.authority().stream()
            .filter(record -> record.is(RecordType.SOA))
            .mapToLong(ResourceRecord::ttl)
            .findFirst()
            .orElse(LONGEST_TTL);
    recursion.lookUp(
        query,
        query.name().lower(),
        RecordType.A,
        found -> responder.reply(translated(query, found, ttl)));
  }

  private DnsMessage translated(Query query, DnsMessage found, long ttl) {
    return DnsMessage.replyTo(query.message())
        .with(Flag.TC, found.isTruncated())
        .withAnswer(found.answer().stream().map(record -> translated(record, ttl)).toList())
        .withAuthority(found.authority())
        .withAdditional(found.additional());
  }

  private ResourceRecord translated(ResourceRecord record, long ttl) {
    IpAddress address = record.address();
    return address == null || !address.isV4()
        ? record
        : ResourceRecord.address(record.owner(), Math.min(record.ttl(), ttl), embedded(address));
  }

  /** The address inside of the prefix; bits 64 to 71 stay zero (RFC 6052, 2.2). */
  private IpAddress embedded(IpAddress address) {
    byte[] bytes = prefix.address().toBytes();
    byte[] embedded = address.toBytes();
    int position = prefix.prefixLength() / 8;
    for (byte octet : embedded) {
      position += position == 8 ? 1 : 0;
      bytes[position++] = octet;
    }
    return IpAddress.ofBytes(bytes);
  }
}
