package io.kubehop.dns.resolver;

import io.kubehop.dns.message.DomainName;
import java.util.List;

/** Which names a library asks for, one after another, and which outcome it reports in the end. */
interface Search {
  /** There is nothing more to ask. */
  int END = -1;

  /** The names that it may ask for. */
  List<DomainName> candidates();

  /**
   * The candidate that is asked for next.
   *
   * @param last the candidate that was asked for last; {@link #END} before the first
   * @param outcomes what came of those that were asked for, in order
   * @return a place in {@link #candidates}, or {@link #END}
   */
  int next(int last, List<NameOutcome> outcomes);

  /** The outcome that is reported. */
  NameOutcome result(List<NameOutcome> outcomes);
}
