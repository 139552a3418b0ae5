package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The questions for one name, one for each type, and the answers to them so far.
 *
 * @param name the name
 * @param queries the questions, with their ids
 * @param replies the answer to each; null while there is none
 */
record Questions(DomainName name, List<DnsMessage> queries, List<@Nullable DnsMessage> replies) {

  static Questions of(
      DomainName name, List<RecordType> types, @Nullable Edns edns, IntSupplier ids) {
    List<DnsMessage> queries = new ArrayList<>();
    List<@Nullable DnsMessage> replies = new ArrayList<>();
    for (RecordType type : types) {
      Header header = Header.query(ids.getAsInt());
      queries.add(DnsMessage.query(header, new Question(name, type), edns));
      replies.add(null);
    }
    return new Questions(name, queries, replies);
  }

  /** The place of the open question to which a message is the answer; -1 if to none. */
  int match(DnsMessage message) {
    for (int i = 0; i < queries.size(); i++) {
      DnsMessage query = queries.get(i);
      boolean isMeant =
          message.header().id() == query.header().id() && message.answers(query.question());
      if (isMeant && replies.get(i) == null) {
        return i;
      }
    }
    return -1;
  }

  Questions with(int place, DnsMessage reply) {
    List<@Nullable DnsMessage> changed = new ArrayList<>(replies);
    changed.set(place, reply);
    return new Questions(name, queries, changed);
  }

  /** The same questions, all open. */
  Questions reopened() {
    List<@Nullable DnsMessage> none = new ArrayList<>();
    queries.forEach(query -> none.add(null));
    return new Questions(name, queries, none);
  }

  boolean isComplete() {
    return replies.stream().allMatch(reply -> reply != null);
  }

  List<DnsMessage> open() {
    List<DnsMessage> open = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      if (replies.get(i) == null) {
        open.add(queries.get(i));
      }
    }
    return open;
  }

  List<DnsMessage> answered() {
    List<DnsMessage> answered = new ArrayList<>();
    for (DnsMessage reply : replies) {
      if (reply != null) {
        answered.add(reply);
      }
    }
    return answered;
  }
}
