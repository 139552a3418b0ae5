package io.kubehop.dns.dig;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.Question;
import io.kubehop.dns.message.ResourceRecord;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.resolver.NameCost;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prints the answers to a look-up in the form of {@code dig} (BIND 9), and the questions it took.
 */
public final class DigOutput {
  private static final int TAB = 8;
  private static final int OWNER_WIDTH = 24;
  private static final long MILLISECOND = 1_000_000;

  private DigOutput() {}

  /**
   * The text.
   *
   * @param types the types that were asked for, for the first line
   */
  public static String of(LookupResult result, List<String> types) {
    StringBuilder out = new StringBuilder();
    out.append("; <<>> kubehop dns <<>> ").append(result.name());
    types.forEach(type -> out.append(' ').append(type));
    out.append('\n');
    if (result.replies().isEmpty()) {
      withoutReply(out, result);
    } else {
      result.replies().forEach(reply -> append(out, reply));
    }
    footer(out, result);
    return out.toString();
  }

  private static void withoutReply(StringBuilder out, LookupResult result) {
    if (result.queries().isEmpty()) {
      out.append(";; from /etc/hosts, nobody was asked\n");
      result.answers().forEach(record -> line(out, record));
    } else {
      out.append(";; connection timed out; no servers could be reached\n");
    }
  }

  private static void append(StringBuilder out, DnsMessage reply) {
    out.append(";; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ").append(reply.rcode());
    out.append(", id: ").append(reply.header().id()).append("\n;; flags: ");
    out.append(
        reply.header().flagList().stream().map(Flag::toString).collect(Collectors.joining(" ")));
    out.append("; QUERY: ").append(reply.questions().size());
    out.append(", ANSWER: ").append(reply.answer().size());
    out.append(", AUTHORITY: ").append(reply.authority().size());
    int opt = reply.edns() == null ? 0 : 1;
    out.append(", ADDITIONAL: ").append(reply.additional().size() + opt).append("\n\n");
    extensions(out, reply.edns());
    out.append(";; QUESTION SECTION:\n");
    for (Question question : reply.questions()) {
      String name = ";" + question.name();
      out.append(name).append(tabs(name.length(), OWNER_WIDTH + TAB));
      out.append(question.className()).append('\t').append(question.type()).append('\n');
    }
    section(out, "ANSWER", reply.answer());
    section(out, "AUTHORITY", reply.authority());
    section(out, "ADDITIONAL", reply.additional());
    out.append("\n;; MSG SIZE  rcvd: ");
    out.append(DnsPacket.of(reply, DnsPacket.LARGEST_SIZE).length()).append("\n\n");
  }

  private static void extensions(StringBuilder out, @Nullable Edns edns) {
    if (edns != null) {
      out.append(";; OPT PSEUDOSECTION:\n; EDNS: version: ").append(edns.version());
      out.append(", flags:").append(edns.dnssec() ? " do" : "");
      out.append("; udp: ").append(edns.udpSize()).append('\n');
    }
  }

  private static void section(StringBuilder out, String title, List<ResourceRecord> records) {
    if (!records.isEmpty()) {
      out.append("\n;; ").append(title).append(" SECTION:\n");
      records.forEach(record -> line(out, record));
    }
  }

  private static void line(StringBuilder out, ResourceRecord record) {
    String owner = record.owner().toString();
    out.append(owner).append(tabs(owner.length(), OWNER_WIDTH)).append(record.ttl());
    out.append("\tIN\t").append(record.type()).append('\t').append(record.data()).append('\n');
  }

  /** At least one, and as many as lead to a column. */
  private static String tabs(int from, int to) {
    return "\t".repeat(Math.max(1, (to - from + TAB - 1) / TAB));
  }

  private static void footer(StringBuilder out, LookupResult result) {
    double milliseconds = (double) (result.ended() - result.begun()) / MILLISECOND;
    out.append(String.format(Locale.ROOT, ";; Query time: %.3f msec\n", milliseconds));
    if (!result.server().isEmpty()) {
      out.append(";; SERVER: ").append(result.server()).append('\n');
    }
    out.append(";; QUERIES: ").append(result.queries().size()).append('\n');
    result.queries().forEach(name -> out.append(";;   ").append(name).append('\n'));
    NameCost.of(result).hint().ifPresent(hint -> out.append(";; HINT: ").append(hint).append('\n'));
  }
}
