package io.kubehop.core.app;

import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param outcome how it ended
 * @param client the client's own end; null if it never got one
 * @param answer what the server said; null unless delivered
 * @param failure how it failed; null if delivered
 * @param begun when it began, in nanoseconds
 * @param ended when the client knew, in nanoseconds
 */
public record CallResult(
    Outcome outcome,
    @Nullable SocketAddress client,
    @Nullable Echo answer,
    @Nullable SocketFailure failure,
    long begun,
    long ended) {

  /** Whether the server saw another address than the client's own. */
  public boolean sourceTranslated() {
    return answer != null && client != null && !answer.client().address().equals(client.address());
  }
}
