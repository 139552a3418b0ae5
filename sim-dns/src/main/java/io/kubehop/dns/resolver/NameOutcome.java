package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the questions for one name.
 *
 * @param name the name that was asked for
 * @param status how it went
 * @param replies the answers, one for each type that was answered, in the order of the types
 * @param server who answered, or who did not
 */
record NameOutcome(DomainName name, Status status, List<DnsMessage> replies, String server) {

  /** How it went. */
  enum Status {
    /** There are records. */
    DATA,
    /** The name exists, without records of the type. */
    NO_DATA,
    /** The name does not exist. */
    NO_NAME,
    /** The servers failed. */
    SERVFAIL,
    /** The servers refused, or made no sense. */
    NO_RECOVERY,
    /** Nobody answered in time. */
    TIMED_OUT,
    /** No server can be reached. */
    NO_SERVER
  }

  /** Copies the answers. */
  NameOutcome {
    replies = List.copyOf(replies);
  }

  /** The code of the answer that counts; null without an answer. */
  @Nullable ResponseCode rcode() {
    for (DnsMessage reply : replies) {
      if (!reply.answer().isEmpty()) {
        return reply.rcode();
      }
    }
    for (DnsMessage reply : replies) {
      if (!reply.rcode().equals(ResponseCode.NOERROR)) {
        return reply.rcode();
      }
    }
    return replies.isEmpty() ? null : replies.get(0).rcode();
  }

  List<ResourceRecord> answers() {
    List<ResourceRecord> records = new ArrayList<>();
    replies.forEach(reply -> addNew(records, reply.answer()));
    return records;
  }

  List<ResourceRecord> authorities() {
    List<ResourceRecord> records = new ArrayList<>();
    replies.forEach(reply -> addNew(records, reply.authority()));
    return records;
  }

  List<ResourceRecord> additionals() {
    List<ResourceRecord> records = new ArrayList<>();
    replies.forEach(reply -> addNew(records, reply.additional()));
    return records;
  }

  /** Both answers of a pair may begin with the same alias. */
  private static void addNew(List<ResourceRecord> records, List<ResourceRecord> more) {
    for (ResourceRecord record : more) {
      if (!records.contains(record)) {
        records.add(record);
      }
    }
  }

  /** What the program can tell apart: not the ids of messages. */
  Leg leg() {
    return new Leg(name.toString(), status, answers());
  }

  /** The result of a leg, for exploring. */
  record Leg(String name, Status status, List<ResourceRecord> answers) {}
}
