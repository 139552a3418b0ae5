package io.kubehop.dns.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message (RFC 1035, 4.1). The OPT record is not among the additional records but in {@code
 * edns}.
 *
 * @param header the header
 * @param questions what is asked for, usually one
 * @param answer the records that answer
 * @param authority who is in charge, or why there is no answer
 * @param additional what the client would ask for next
 * @param edns the extensions; null without
 */
public record DnsMessage(
    Header header,
    List<Question> questions,
    List<ResourceRecord> answer,
    List<ResourceRecord> authority,
    List<ResourceRecord> additional,
    @Nullable Edns edns) {

  /** Copies the lists. */
  public DnsMessage {
    questions = List.copyOf(questions);
    answer = List.copyOf(answer);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
  }

  /** A query. */
  public static DnsMessage query(Header header, Question question, @Nullable Edns edns) {
    return new DnsMessage(header, List.of(question), List.of(), List.of(), List.of(), edns);
  }

  /**
   * An answer without records to a query, as the Go library makes it: id, question, RD and CD are
   * those of the query.
   */
  public static DnsMessage replyTo(DnsMessage query) {
    Header asked = query.header;
    boolean isQuery = asked.opcode() == Header.QUERY;
    Header header =
        new Header(asked.id(), 0, asked.opcode(), ResponseCode.NOERROR)
            .with(Flag.QR, true)
            .with(Flag.RD, isQuery && asked.has(Flag.RD))
            .with(Flag.CD, isQuery && asked.has(Flag.CD));
    List<Question> first = query.questions.isEmpty() ? List.of() : query.questions.subList(0, 1);
    return new DnsMessage(header, first, List.of(), List.of(), List.of(), null);
  }

  /** An authoritative answer to a query, without records. */
  public static DnsMessage authoritativeReplyTo(DnsMessage query) {
    return replyTo(query).with(Flag.AA, true);
  }

  /** The first question; there must be one. */
  public Question question() {
    return questions.get(0);
  }

  /** How it went. */
  public ResponseCode rcode() {
    return header.rcode();
  }

  /** Whether a bit of the header is set. */
  public boolean has(Flag flag) {
    return header.has(flag);
  }

  /** Whether something was left out because it did not fit. */
  public boolean isTruncated() {
    return has(Flag.TC);
  }

  /** This message with another header. */
  public DnsMessage withHeader(Header other) {
    return new DnsMessage(other, questions, answer, authority, additional, edns);
  }

  /** This message with a bit of the header set or cleared. */
  public DnsMessage with(Flag flag, boolean set) {
    return withHeader(header.with(flag, set));
  }

  /** This message with another code. */
  public DnsMessage with(ResponseCode rcode) {
    return withHeader(header.with(rcode));
  }

  /** This message with another id. */
  public DnsMessage withId(int id) {
    return withHeader(header.withId(id));
  }

  /** This message with another question. */
  public DnsMessage withQuestion(Question question) {
    return new DnsMessage(header, List.of(question), answer, authority, additional, edns);
  }

  /** This message with other records in the answer section. */
  public DnsMessage withAnswer(List<ResourceRecord> other) {
    return new DnsMessage(header, questions, other, authority, additional, edns);
  }

  /** This message with other records in the authority section. */
  public DnsMessage withAuthority(List<ResourceRecord> other) {
    return new DnsMessage(header, questions, answer, other, additional, edns);
  }

  /** This message with other records in the additional section. */
  public DnsMessage withAdditional(List<ResourceRecord> other) {
    return new DnsMessage(header, questions, answer, authority, other, edns);
  }

  /** This message with other extensions, or without. */
  public DnsMessage withEdns(@Nullable Edns other) {
    return new DnsMessage(header, questions, answer, authority, additional, other);
  }

  /** Whether this is an answer to a question. */
  public boolean answers(Question asked) {
    return has(Flag.QR) && questions.size() == 1 && question().equals(asked);
  }
}
