package io.kubehop.dns.plugins.file;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.message.ResourceRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The records of a zone, and the search in them (RFC 1034, 4.3.2; wildcards: RFC 4592). */
final class Zone {
  private static final RecordType[] ADDRESSES = {RecordType.A, RecordType.AAAA};
  private static final int LONGEST_CHAIN = 8;

  private final DomainName origin;
  private final ListMultimap<DomainName, ResourceRecord> records = ArrayListMultimap.create();
  private final Set<DomainName> existing =
      new LinkedHashSet<>(); // with those that only have names below

  Zone(DomainName origin, List<ResourceRecord> content) {
    this.origin = origin;
    for (ResourceRecord record : content) {
      if (!record.owner().isIn(origin)) {
        throw new IllegalArgumentException(record.owner() + " is not in the zone " + origin);
      }
      records.put(record.owner(), record);
      for (int labels = origin.labelCount(); labels <= record.owner().labelCount(); labels++) {
        existing.add(record.owner().last(labels));
      }
    }
    if (start().isEmpty()) {
      throw new IllegalArgumentException("no SOA record for origin " + origin);
    }
  }

  /** The record with which the zone starts. */
  List<ResourceRecord> start() {
    return of(origin, RecordType.SOA);
  }

  /** The zone's own name servers. */
  List<ResourceRecord> servers() {
    return of(origin, RecordType.NS);
  }

  private List<ResourceRecord> of(DomainName name, RecordType type) {
    return records.get(name).stream().filter(record -> record.is(type)).toList();
  }

  Finds find(DomainName name, RecordType type) {
    Finds referral = referral(name, type);
    if (referral != null) {
      return referral;
    }
    if (name.equals(origin) && type.equals(RecordType.NS)) {
      return success(servers(), List.of());
    }
    if (records.containsKey(name)) {
      return found(name, name, type);
    }
    if (existing.contains(name)) {
      return denial(Finds.Kind.EMPTY_NON_TERMINAL);
    }
    DomainName wildcard = wildcardFor(name);
    return wildcard == null ? denial(Finds.Kind.NAME_ERROR) : found(name, wildcard, type);
  }

  /** The wildcard below the closest name that exists; null if there is none. */
  private @Nullable DomainName wildcardFor(DomainName name) {
    int labels = name.labelCount();
    while (!existing.contains(name.last(labels))) {
      labels--;
    }
    DomainName wildcard = name.last(labels).child("*");
    return wildcard != null && existing.contains(wildcard) ? wildcard : null;
  }

  private Finds found(DomainName name, DomainName source, RecordType type) {
    List<ResourceRecord> aliases = owned(of(source, RecordType.CNAME), name);
    if (!aliases.isEmpty() && !type.equals(RecordType.CNAME)) {
      return followed(aliases, type);
    }
    List<ResourceRecord> own = owned(of(source, type), name);
    return own.isEmpty() ? denial(Finds.Kind.NO_DATA) : success(own, servers());
  }

  private static List<ResourceRecord> owned(List<ResourceRecord> records, DomainName owner) {
    return records.stream()
        .map(record -> record.owner().equals(owner) ? record : record.withOwner(owner))
        .toList();
  }

  private Finds followed(List<ResourceRecord> aliases, RecordType type) {
    List<ResourceRecord> answer = new ArrayList<>(aliases);
    DomainName target = aliases.get(0).target();
    for (int i = 0; i < LONGEST_CHAIN && target != null; i++) {
      if (!records.containsKey(target)) {
        return new Finds(Finds.Kind.SUCCESS, answer, servers(), additional(answer), target);
      }
      List<ResourceRecord> next = of(target, RecordType.CNAME);
      if (next.isEmpty()) {
        answer.addAll(of(target, type));
        break;
      }
      answer.addAll(next);
      target = next.get(0).target();
    }
    return success(answer, servers());
  }

  /** Where a name is at or below the edge of another zone. */
  private @Nullable Finds referral(DomainName name, RecordType type) {
    for (int labels = origin.labelCount() + 1; labels <= name.labelCount(); labels++) {
      DomainName cut = name.last(labels);
      List<ResourceRecord> servers = of(cut, RecordType.NS);
      boolean isForParent = type.equals(RecordType.DS) && cut.equals(name);
      if (!servers.isEmpty() && !isForParent) {
        return new Finds(Finds.Kind.DELEGATION, List.of(), servers, additional(servers), null);
      }
    }
    return null;
  }

  private Finds success(List<ResourceRecord> answer, List<ResourceRecord> authority) {
    return new Finds(Finds.Kind.SUCCESS, answer, authority, additional(answer), null);
  }

  private Finds denial(Finds.Kind kind) {
    return new Finds(kind, List.of(), start(), List.of(), null);
  }

  private static boolean hasGlue(ResourceRecord record) {
    return record.is(RecordType.SRV) || record.is(RecordType.MX) || record.is(RecordType.NS);
  }

  /** The addresses of the names to which records point. */
  private List<ResourceRecord> additional(List<ResourceRecord> answer) {
    List<ResourceRecord> extra = new ArrayList<>();
    Set<DomainName> seen = new LinkedHashSet<>();
    for (ResourceRecord record : answer) {
      DomainName target = hasGlue(record) ? record.target() : null;
      if (target != null && seen.add(target)) {
        for (RecordType type : ADDRESSES) {
          extra.addAll(of(target, type));
        }
      }
    }
    return extra;
  }
}
