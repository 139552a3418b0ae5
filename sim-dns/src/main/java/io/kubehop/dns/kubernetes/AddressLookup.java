package io.kubehop.dns.kubernetes;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Recursion;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Looks up addresses, and follows the alias of an ExternalName Service: in the zone by itself, else
 * through the whole server.
 */
final class AddressLookup {
  private static final int LONGEST_CHAIN = 10;

  private final BiFunction<DomainName, RecordType, Optional<List<Entry>>> entries;
  private final Recursion recursion;
  private final Query query;
  private final DomainName zone;
  private final long ttl;

  AddressLookup(
      BiFunction<DomainName, RecordType, Optional<List<Entry>>> entries,
      Recursion recursion,
      Query query,
      DomainName zone,
      long ttl) {
    this.entries = entries;
    this.recursion = recursion;
    this.query = query;
    this.zone = zone;
    this.ttl = ttl;
  }

  /**
   * What was found.
   *
   * @param exists whether the name exists
   * @param records the records; empty if it exists without data
   * @param truncated whether some are missing because an upstream's answer was cut short
   */
  record Found(boolean exists, List<ResourceRecord> records, boolean truncated) {
    static final Found NO_NAME = new Found(false, List.of(), false);
    static final Found NO_DATA = new Found(true, List.of(), false);
  }

  void start(Consumer<Found> then) {
    look(query.name(), List.of(), then);
  }

  private void look(DomainName name, List<ResourceRecord> chain, Consumer<Found> then) {
    Optional<List<Entry>> found = entries.apply(name, query.type());
    if (found.isEmpty()) {
      then.accept(Found.NO_NAME);
      return;
    }
    List<Entry> list = found.get();
    if (list.size() == 1 && list.get(0).address() == null) {
      follow(name, list.get(0), chain, then);
    } else {
      then.accept(new Found(true, ServiceRecords.addresses(list, name, query.type(), ttl), false));
    }
  }

  private void follow(
      DomainName name, Entry alias, List<ResourceRecord> chain, Consumer<Found> then) {
    Optional<DomainName> target = DomainName.parse(alias.host());
    if (target.isEmpty() || target.get().isIn(name) || chain.size() > LONGEST_CHAIN) {
      then.accept(Found.NO_DATA);
      return;
    }
    ResourceRecord cname = ResourceRecord.cname(name, ttl, target.get());
    if (chain.contains(cname)) {
      then.accept(Found.NO_DATA);
    } else if (target.get().isIn(zone)) {
      look(
          target.get(),
          joined(chain, List.of(cname)),
          inside ->
              then.accept(inside.records().isEmpty() ? Found.NO_DATA : behind(cname, inside)));
    } else {
      recursion.lookUp(
          query, target.get(), query.type(), answer -> then.accept(behind(cname, answer)));
    }
  }

  private static Found behind(ResourceRecord cname, Found inside) {
    return new Found(true, joined(List.of(cname), inside.records()), inside.truncated());
  }

  private static Found behind(ResourceRecord cname, DnsMessage answer) {
    return new Found(true, joined(List.of(cname), answer.answer()), answer.isTruncated());
  }

  private static List<ResourceRecord> joined(
      List<ResourceRecord> first, List<ResourceRecord> second) {
    List<ResourceRecord> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
