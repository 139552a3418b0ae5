package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResourceRecord;
import java.util.stream.Stream;

/**
 * The settings of one of the two stores of a cache.
 *
 * @param capacity how many answers it keeps
 * @param most the largest TTL in seconds
 * @param least the smallest TTL in seconds
 * @param excepted zones of which nothing is kept
 */
record StoreOptions(int capacity, long most, long least, Zones excepted) {
  /** The TTL of an answer that says nothing of TTLs, in seconds. */
  static final long FAIL_SAFE_TTL = 5;

  StoreOptions withMost(long seconds) {
    return new StoreOptions(capacity, seconds, least, excepted);
  }

  StoreOptions except(Zones zones) {
    return new StoreOptions(capacity, most, least, zones);
  }

  /** Capacity, and perhaps the largest and the smallest TTL. */
  StoreOptions read(Directive line) {
    int count = line.args().size();
    return new StoreOptions(
        line.intArg(0, 0, Integer.MAX_VALUE),
        count > 1 ? line.intArg(1, 1, Integer.MAX_VALUE) : most,
        count > 2 ? line.intArg(2, 0, Integer.MAX_VALUE) : least,
        excepted);
  }

  /** The smallest TTL in a message, within the limits. */
  long ttl(DnsMessage answer) {
    long smallest =
        Stream.of(answer.answer(), answer.authority(), answer.additional())
            .flatMap(section -> section.stream())
            .mapToLong(ResourceRecord::ttl)
            .min()
            .orElse(FAIL_SAFE_TTL);
    return clamp(smallest);
  }

  /** The limits are taken in this order, so that the largest wins over the smallest. */
  long clamp(long ttl) {
    return Math.min(Math.max(ttl, least), most);
  }
}
