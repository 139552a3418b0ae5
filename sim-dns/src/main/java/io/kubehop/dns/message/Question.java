package io.kubehop.dns.message;

import org.xbill.DNS.DClass;

/**
 * What is asked for (RFC 1035, 4.1.2).
 *
 * @param name the name, spelled as it was sent
 * @param type the type
 * @param recordClass the class; {@link #INTERNET} but for oddities
 */
public record Question(DomainName name, RecordType type, int recordClass) {
  /** The class of the Internet. */
  public static final int INTERNET = DClass.IN;

  /** Any class. */
  public static final int ANY_CLASS = DClass.ANY;

  /** A question of the Internet's class. */
  public Question(DomainName name, RecordType type) {
    this(name, type, INTERNET);
  }

  /** The class in upper case. */
  public String className() {
    return DClass.string(recordClass);
  }

  /** {@code cart.shop.svc.cluster.local. A}. */
  @Override
  public String toString() {
    return name + " " + type;
  }
}
