package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.chain.Responder;
import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.ResponseCode;
import java.util.function.Consumer;

/**
 * Takes an answer that is to replace an old one, if it is good enough (RFC 8767, 4).
 *
 * @param cache where it is kept
 * @param query what was asked
 * @param fresh gets the answer
 * @param failed what happens if there is none
 */
record Refresh(Cache cache, Query query, Consumer<DnsMessage> fresh, Runnable failed)
    implements Responder {

  @Override
  public void reply(DnsMessage answer) {
    ResponseCode rcode = answer.rcode();
    boolean isGood = rcode.equals(ResponseCode.NOERROR) || rcode.equals(ResponseCode.NXDOMAIN);
    if (isGood && !answer.isTruncated()) {
      fresh.accept(cache.store(query, answer));
    } else {
      failed.run();
    }
  }

  @Override
  public void fail(ResponseCode code) {
    failed.run();
  }
}
