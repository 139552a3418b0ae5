package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.message.ResponseCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a look-up.
 *
 * @param name the name as it was asked for
 * @param rcode the code of the answer that counts; null if no server answered
 * @param answers the answer section; of the answers to A and AAAA if both were asked for
 * @param authority the authority section
 * @param additional the additional section
 * @param queries the names that servers were asked for, in order, each once for A and AAAA
 * @param replies the messages with that answer, one for each type; empty if no server answered
 * @param server who answered last, or did not; empty if nobody was asked
 * @param begun when it began, in nanoseconds
 * @param ended when it ended, in nanoseconds
 */
public record LookupResult(
    String name,
    @Nullable ResponseCode rcode,
    List<ResourceRecord> answers,
    List<ResourceRecord> authority,
    List<ResourceRecord> additional,
    List<String> queries,
    List<DnsMessage> replies,
    String server,
    long begun,
    long ended) {

  /** Copies the lists. */
  public LookupResult {
    answers = List.copyOf(answers);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
    queries = List.copyOf(queries);
    replies = List.copyOf(replies);
  }

  /** The code in upper case; null if no server answered. */
  public @Nullable String rcodeText() {
    return rcode == null ? null : rcode.toString();
  }

  /** How long it took. */
  public Duration took() {
    return Duration.ofNanos(ended - begun);
  }

  /** The bits in the header of the answer, as {@code dig} names them; none without an answer. */
  public List<String> flags() {
    return replies.isEmpty()
        ? List.of()
        : replies.get(0).header().flagList().stream().map(Flag::toString).toList();
  }

  /** Records as scenario files write them. */
  public static List<String> texts(List<ResourceRecord> records) {
    return records.stream().map(ResourceRecord::toString).toList();
  }

  /** One line on how it ended. */
  public String detail() {
    String what = rcode == null ? "no answer" : rcode.toString();
    String from = server.isEmpty() ? "/etc/hosts" : server;
    return "'" + name + "': " + what + " from " + from + ", asked for " + queries;
  }
}
