package io.kubehop.dns.message;

import io.kubehop.core.net.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/**
 * One record (RFC 1035, 3.2). Equal records say the same, letter by letter but for the case of
 * names.
 */
public final class ResourceRecord {
  private final Record content;

  ResourceRecord(Record content) {
    this.content = content;
  }

  /** An A or AAAA record, as the address wants it. */
  public static ResourceRecord address(DomainName owner, long ttl, IpAddress address) {
    Name name = owner.name();
    InetAddress inet = inet(address);
    return new ResourceRecord(
        address.isV4()
            ? new ARecord(name, DClass.IN, ttl, inet)
            : new AAAARecord(name, DClass.IN, ttl, inet));
  }

  /** A CNAME record. */
  public static ResourceRecord cname(DomainName owner, long ttl, DomainName target) {
    return new ResourceRecord(new CNAMERecord(owner.name(), DClass.IN, ttl, target.name()));
  }

  /** A PTR record. */
  public static ResourceRecord ptr(DomainName owner, long ttl, DomainName target) {
    return new ResourceRecord(new PTRRecord(owner.name(), DClass.IN, ttl, target.name()));
  }

  /** An NS record. */
  public static ResourceRecord ns(DomainName owner, long ttl, DomainName target) {
    return new ResourceRecord(new NSRecord(owner.name(), DClass.IN, ttl, target.name()));
  }

  /** A TXT record of one string. */
  public static ResourceRecord txt(DomainName owner, long ttl, String text) {
    return new ResourceRecord(new TXTRecord(owner.name(), DClass.IN, ttl, text));
  }

  /** An SRV record of priority 0. */
  public static ResourceRecord srv(
      DomainName owner, long ttl, int weight, int port, DomainName target) {
    return new ResourceRecord(
        new SRVRecord(owner.name(), DClass.IN, ttl, 0, weight, port, target.name()));
  }

  /**
   * An SOA record with the timers that CoreDNS gives to the zones it makes up: refresh 7200, retry
   * 1800, expire 86400 seconds.
   *
   * @param serial the version of the zone
   * @param minimum how long a denial may be kept, in seconds
   */
  public static ResourceRecord soa(
      DomainName owner,
      long ttl,
      DomainName server,
      DomainName mailbox,
      long serial,
      long minimum) {
    return new ResourceRecord(
        new SOARecord(
            owner.name(),
            DClass.IN,
            ttl,
            server.name(),
            mailbox.name(),
            serial,
            7200,
            1800,
            86400,
            minimum));
  }

  /** The name that it belongs to. */
  public DomainName owner() {
    return new DomainName(content.getName());
  }

  /** Its type. */
  public RecordType type() {
    return new RecordType(content.getType());
  }

  /** Whether it is of a type. */
  public boolean is(RecordType candidate) {
    return content.getType() == candidate.number();
  }

  /** How long it may be kept, in seconds. */
  public long ttl() {
    return content.getTTL();
  }

  /** Its data as text, addresses in their shortest form. */
  public String data() {
    IpAddress address = address();
    return address != null ? address.toString() : content.rdataToString();
  }

  /** The address of an A or AAAA record; null for others. */
  public @Nullable IpAddress address() {
    if (content instanceof ARecord || content instanceof AAAARecord) {
      return IpAddress.ofBytes(content.rdataToWireCanonical());
    }
    return null;
  }

  /** The name that it points to, for a type that has one; else null. */
  public @Nullable DomainName target() {
    Name target = Targets.of(content);
    return target == null ? null : new DomainName(target);
  }

  /** This record with another name in the place of {@link #target}. */
  public ResourceRecord withTarget(DomainName target) {
    return new ResourceRecord(Targets.replace(content, target.name()));
  }

  /** This record for another owner. */
  public ResourceRecord withOwner(DomainName owner) {
    return new ResourceRecord(Copies.with(content, owner.name(), content.getTTL()));
  }

  /** This record with another TTL in seconds. */
  public ResourceRecord withTtl(long ttl) {
    return ttl == content.getTTL()
        ? this
        : new ResourceRecord(Copies.with(content, content.getName(), ttl));
  }

  /** The records with another TTL in seconds. */
  public static List<ResourceRecord> withTtl(List<ResourceRecord> records, long ttl) {
    return records.stream().map(record -> record.withTtl(ttl)).toList();
  }

  /** Whether one of the records is of a type. */
  public static boolean hasType(List<ResourceRecord> records, RecordType type) {
    return records.stream().anyMatch(record -> record.is(type));
  }

  Record content() {
    return content;
  }

  static ResourceRecord ofContent(Record content) {
    return new ResourceRecord(content);
  }

  private static InetAddress inet(IpAddress address) {
    try {
      return InetAddress.getByAddress(address.toBytes());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(address + " has neither 4 nor 16 bytes", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceRecord that
        && content.equals(that.content)
        && content.getTTL() == that.content.getTTL();
  }

  @Override
  public int hashCode() {
    return Objects.hash(content, content.getTTL());
  }

  /** Owner, TTL, class, type and data, with a space between each and the next. */
  @Override
  public String toString() {
    return content.getName()
        + " "
        + content.getTTL()
        + " "
        + DClass.string(content.getDClass())
        + " "
        + type()
        + " "
        + data();
  }
}
