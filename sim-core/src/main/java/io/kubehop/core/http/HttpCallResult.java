package io.kubehop.core.http;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param outcome how it ended: delivered if a backend answered, answered if a proxy did by itself
 * @param client the client's own end; null if it never got one
 * @param response the answer; null if there is none
 * @param failure how it failed; null if there is an answer
 * @param begun when it began, in nanoseconds
 * @param ended when the client knew, in nanoseconds
 */
public record HttpCallResult(
    Outcome outcome,
    @Nullable SocketAddress client,
    @Nullable HttpResponse response,
    @Nullable SocketFailure failure,
    long begun,
    long ended) {

  /** What the endpoint saw; null unless a plain server answered. */
  public @Nullable HttpEcho echo() {
    return response == null ? null : response.echo();
  }
}
