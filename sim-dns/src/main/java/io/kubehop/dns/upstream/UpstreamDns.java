package io.kubehop.dns.upstream;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.kubehop.core.host.Host;
import io.kubehop.dns.chain.Chain;
import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordText;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import io.kubehop.dns.server.DnsServer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recursive name server outside of the cluster: it answers with the records that it is given, and
 * denies every other name. Aliases are followed as far as it knows the way.
 */
public final class UpstreamDns {
  /** The TTL of records that are given without one, in seconds. */
  public static final long DEFAULT_TTL = 300;

  private static final int PORT = 53;
  private static final int LONGEST_CHAIN = 10;

  private final ListMultimap<DomainName, ResourceRecord> records = ArrayListMultimap.create();

  /** Knows nothing. */
  public UpstreamDns() {}

  /**
   * Adds a record.
   *
   * @param name its owner, with or without a final dot
   * @param text what follows the owner in a zone file, such as {@code A 203.0.113.80} or {@code 60
   *     IN CNAME www.example.net.}
   * @throws IllegalArgumentException if that is no record
   */
  public void add(String name, String text) {
    DomainName owner = DomainName.of(name);
    records.put(owner, RecordText.parse(owner, DEFAULT_TTL, text, DomainName.ROOT));
  }

  /** Listens on a host; one object may serve several. */
  public void start(Host host) {
    DnsServer server = new DnsServer("DNS outside", host, null, PORT);
    server.add(DomainName.ROOT, Chain.of(List.of(this::serve)));
    server.listen();
  }

  private void serve(Query query, Chain next, Responder responder) {
    DnsMessage reply = DnsMessage.replyTo(query.message()).with(Flag.RA, true);
    List<ResourceRecord> answer = new ArrayList<>();
    DomainName name = query.name();
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      List<ResourceRecord> own = owned(name, query.type());
      answer.addAll(own);
      DomainName target = alias(own, query.type());
      if (target == null) {
        break;
      }
      name = target;
    }
    boolean exists = records.containsKey(query.name());
    responder.reply(
        reply.with(exists ? ResponseCode.NOERROR : ResponseCode.NXDOMAIN).withAnswer(answer));
  }

  /** The records of a type, or the alias that stands for all types. */
  private List<ResourceRecord> owned(DomainName name, RecordType type) {
    return records.get(name).stream()
        .filter(
            record -> record.is(type) || record.is(RecordType.CNAME) || type.equals(RecordType.ANY))
        .map(record -> record.withOwner(name))
        .toList();
  }

  private static @Nullable DomainName alias(List<ResourceRecord> records, RecordType type) {
    boolean isAlias = records.size() == 1 && records.get(0).is(RecordType.CNAME);
    return isAlias && !type.equals(RecordType.CNAME) ? records.get(0).target() : null;
  }
}
