package io.kubehop.dns.chain;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.RecordType;

/**
 * A query on its way through a server.
 *
 * @param message what was asked
 * @param exchange how it came
 * @param depth how many look-ups of the server's own stand between it and the client
 */
public record Query(DnsMessage message, Exchange exchange, int depth) {

  /** What is asked for. */
  public Question question() {
    return message.question();
  }

  /** The name, as it is spelled. */
  public DomainName name() {
    return question().name();
  }

  /** The name in lower case, with a final dot. */
  public String lowerName() {
    return name().lowerText();
  }

  /** The type. */
  public RecordType type() {
    return question().type();
  }

  /** The same query with another question. */
  public Query withQuestion(Question other) {
    return new Query(message.withQuestion(other), exchange, depth);
  }

  /** The same query for another name. */
  public Query withName(DomainName other) {
    return withQuestion(new Question(other, type(), question().recordClass()));
  }

  /** Whether signatures are wanted. */
  public boolean wantsDnssec() {
    Edns edns = message.edns();
    return edns != null && edns.dnssec();
  }

  /** How many bytes the answer may have. */
  public int answerSize() {
    if (exchange.isTcp()) {
      return DnsPacket.LARGEST_SIZE;
    }
    Edns edns = message.edns();
    return Math.max(DnsPacket.CLASSIC_SIZE, edns == null ? 0 : edns.udpSize());
  }
}
