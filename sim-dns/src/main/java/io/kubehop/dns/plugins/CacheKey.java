package io.kubehop.dns.plugins;

import io.kubehop.dns.chain.Query;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.Question;

/**
 * Under what an answer is kept.
 *
 * @param question name (without regard to case), type and class
 * @param dnssec the DO bit
 * @param checkingDisabled the CD bit
 */
record CacheKey(Question question, boolean dnssec, boolean checkingDisabled) {

  static CacheKey of(Query query) {
    return new CacheKey(query.question(), query.wantsDnssec(), query.message().has(Flag.CD));
  }
}
