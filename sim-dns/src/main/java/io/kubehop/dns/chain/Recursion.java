package io.kubehop.dns.chain;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import java.util.function.Consumer;

/**
 * The server asks itself: a new question goes through all of its blocks and plugins, as if a client
 * had sent it (plugin/pkg/upstream).
 */
@FunctionalInterface
public interface Recursion {

  /**
   * Looks something up.
   *
   * @param cause the query on whose behalf
   * @param then gets the answer, which is one with a code other than NOERROR if all else fails
   */
  void lookUp(Query cause, DomainName name, RecordType type, Consumer<DnsMessage> then);
}
