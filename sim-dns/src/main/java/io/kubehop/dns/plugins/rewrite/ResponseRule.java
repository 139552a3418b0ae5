package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResourceRecord;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A change to an answer. */
interface ResponseRule {

  /** Changes an answer, perhaps after asking for more. */
  void apply(Query rewritten, DnsMessage answer, Consumer<DnsMessage> then);

  /** A rule that changes each record of all sections. */
  static ResponseRule ofRecords(UnaryOperator<ResourceRecord> change) {
    return (query, answer, then) ->
        then.accept(
            new DnsMessage(
                answer.header(),
                answer.questions(),
                changed(answer.answer(), change),
                changed(answer.authority(), change),
                changed(answer.additional(), change),
                answer.edns()));
  }

  private static List<ResourceRecord> changed(
      List<ResourceRecord> records, UnaryOperator<ResourceRecord> change) {
    return records.stream().map(change).toList();
  }
}
