package io.kubehop.core.http;

import java.util.List;

/**
 * What a proxy says of its part in an answer. It travels with the answer, as {@link
 * io.kubehop.core.host.Refusal} does with a reset: a real client cannot tell how a proxy decided, a
 * simulated one can be told.
 *
 * @param proxy the host that the proxy runs on
 * @param answered whether the proxy answered by itself, without the answer of a backend
 * @param backend the backend that its rules chose, such as {@code shop/cart:80}; empty if none
 * @param reasons why it decided so, one line for each rule or setting that had a say, in order
 */
public record Relay(String proxy, boolean answered, String backend, List<String> reasons) {

  /** Copies the list. */
  public Relay {
    reasons = List.copyOf(reasons);
  }
}
