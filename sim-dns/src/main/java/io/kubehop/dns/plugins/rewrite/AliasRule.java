package io.kubehop.dns.plugins.rewrite;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lets an alias in the answer point elsewhere, and looks that up.
 *
 * @param match the targets it is for
 * @param replacement what comes in the place of what was found
 * @param recursion the server, to ask
 * @param stops whether no rule after it is tried
 */
record AliasRule(NameMatch match, String replacement, Recursion recursion, boolean stops)
    implements RewriteRule, ResponseRule {

  @Override
  public Optional<Rewritten> rewrite(Query query) {
    return Optional.of(new Rewritten(query, List.of(this)));
  }

  @Override
  public void apply(Query rewritten, DnsMessage answer, Consumer<DnsMessage> then) {
    List<ResourceRecord> before = new ArrayList<>();
    for (ResourceRecord record : answer.answer()) {
      DomainName target = record.is(RecordType.CNAME) ? record.target() : null;
      Optional<DomainName> changed = Optional.ofNullable(target).flatMap(this::changed);
      if (changed.isPresent()) {
        before.add(record.withTarget(changed.get()));
        recursion.lookUp(
            rewritten,
            changed.get(),
            rewritten.type(),
            found -> then.accept(joined(answer, before, found)));
        return;
      }
      if (record.is(RecordType.CNAME)) {
        before.add(record);
      }
    }
    then.accept(answer);
  }

  private Optional<DomainName> changed(DomainName target) {
    return match.replace(target.toString(), replacement).flatMap(DomainName::parse);
  }

  private static DnsMessage joined(
      DnsMessage answer, List<ResourceRecord> before, DnsMessage found) {
    List<ResourceRecord> records = new ArrayList<>(before);
    records.addAll(found.answer());
    return answer.withAnswer(records).with(Flag.TC, found.isTruncated());
  }
}
