package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.List;

/**
 * A remembered answer.
 *
 * @param message the answer
 * @param ttl for how many seconds it is good
 * @param stored when it was stored, in nanoseconds of virtual time
 */
record CacheItem(DnsMessage message, long ttl, long stored) {
  private static final long SECOND = 1_000_000_000L;

  /** Whether an answer is one that can be given again. */
  static boolean mayBeKept(AnswerKind kind, DnsMessage answer) {
    boolean explained = ResourceRecord.hasType(answer.authority(), RecordType.SOA);
    return switch (kind) {
          case NO_ERROR -> explained || !AliasChain.isDangling(answer);
          case NO_DATA, DELEGATION, SERVER_ERROR -> true;
          case NAME_ERROR -> explained;
          case META, UPDATE, OTHER_ERROR -> false;
        }
        && !answer.isTruncated();
  }

  ResponseCode rcode() {
    return message.rcode();
  }

  /** For how many more seconds it is good; not positive if it is too old. */
  long remaining(long now) {
    return ttl - (now - stored) / SECOND;
  }

  /** The answer for somebody who asks, in his spelling of the name. */
  DnsMessage answer(Query query, long remaining) {
    DnsMessage reply = DnsMessage.authoritativeReplyTo(query.message()).with(rcode());
    boolean wantsAuthentic = query.wantsDnssec() || query.message().has(Flag.AD);
    return reply
        .with(Flag.AD, message.has(Flag.AD) && wantsAuthentic)
        .with(Flag.RA, message.has(Flag.RA))
        .withAnswer(aged(message.answer(), query.name(), remaining))
        .withAuthority(aged(message.authority(), query.name(), remaining))
        .withAdditional(aged(message.additional(), query.name(), remaining));
  }

  private static List<ResourceRecord> aged(
      List<ResourceRecord> records, DomainName asked, long ttl) {
    return records.stream()
        .map(record -> record.owner().equals(asked) ? record.withOwner(asked) : record)
        .map(record -> record.withTtl(ttl))
        .toList();
  }
}
