package io.kubehop.core.http;

import io.kubehop.core.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy says of its part in an answer. It travels with the answer, as {@link
 * io.kubehop.core.host.Refusal} does with a reset: a real client cannot tell how a proxy decided, a
 * simulated one can be told.
 *
 * @param proxy the host that the proxy runs on
 * @param answered whether the proxy answered by itself, without the answer of a backend
 * @param backend the backend that its rules chose, such as {@code shop/cart:80}; empty if none
 * @param client the proxy's own end of the connection to that backend; null if it got no answer
 *     there
 * @param reasons why it decided so, one line for each rule or setting that had a say, in order
 */
public record Relay(
    String proxy,
    boolean answered,
    String backend,
    @Nullable SocketAddress client,
    List<String> reasons) {

  /** What a proxy says that has asked nobody. */
  public static Relay answer(String proxy, String backend, List<String> reasons) {
    return new Relay(proxy, true, backend, null, reasons);
  }

  /** Copies the list. */
  public Relay {
    reasons = List.copyOf(reasons);
  }
}
