package io.kubehop.dns.plugins;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the aliases in an answer (RFC 1034, 3.6.2). */
final class AliasChain {
  private AliasChain() {}

  /** Whether an answer has records and yet not those that were asked for. */
  static boolean isDangling(DnsMessage message) {
    Question question = message.question();
    if (message.answer().isEmpty() || question.type().equals(RecordType.ANY)) {
      return false;
    }
    DomainName name = question.name();
    Set<DomainName> seen = new LinkedHashSet<>();
    while (name != null && seen.add(name)) {
      if (has(message, name, question.type())) {
        return false;
      }
      name = next(message, name);
    }
    return true;
  }

  private static boolean has(DnsMessage message, DomainName owner, RecordType type) {
    return message.answer().stream()
        .anyMatch(record -> record.is(type) && record.owner().equals(owner));
  }

  private static @Nullable DomainName next(DnsMessage message, DomainName owner) {
    for (ResourceRecord record : message.answer()) {
      if (record.is(RecordType.CNAME) && record.owner().equals(owner)) {
        return record.target();
      }
    }
    return null;
  }
}
