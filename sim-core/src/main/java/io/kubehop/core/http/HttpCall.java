package io.kubehop.core.http;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Attempt;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client that makes one request: it opens a connection, sends the request, waits for the answer
 * and closes. It gives up when its patience ends.
 */
public final class HttpCall implements Attempt<HttpCallResult>, HttpCallback {
  private final HttpRequest request;
  private final HttpClient client;
  private final Simulation simulation;
  private final NullableCell<HttpCallResult> result;
  private final LongCell begun;
  private Runnable whenOver = () -> {};

  /** Prepares a call from a host; {@link #begin} makes it. */
  public HttpCall(Host host, HttpClient.Target target, HttpRequest request) {
    this.request = request;
    this.client = new HttpClient(host, target);
    this.simulation = host.simulation();
    this.result = new NullableCell<>(simulation.journal());
    this.begun = new LongCell(simulation.journal(), 0);
  }

  @Override
  public void begin() {
    begun.set(simulation.now());
    client.send(request, this);
  }

  /** Has somebody told at the moment at which the result is there. */
  public void whenOver(Runnable listener) {
    whenOver = listener;
  }

  @Override
  public @Nullable HttpCallResult result() {
    return result.get();
  }

  /**
   * Makes the call and runs the simulation until its result is there and its connection is closed.
   */
  public HttpCallResult complete() {
    begin();
    while (result.get() == null) {
      simulation.runNext();
    }
    HttpCallResult known = Objects.requireNonNull(result.get());
    if (known.response() != null) {
      // Closing takes no longer than the whole exchange did.
      simulation.runUntil(simulation.now() + 2 * (known.ended() - known.begun()));
    }
    return known;
  }

  @Override
  public void onResponse(HttpClient from, HttpResponse response) {
    finish(response.isOfProxy() ? Outcome.ANSWERED : Outcome.DELIVERED, response, null);
    from.close();
  }

  @Override
  public void onFailure(HttpClient from, SocketFailure failure, boolean sent) {
    finish(Outcome.of(failure), null, failure);
  }

  /** Who talks to whom, as the client sees it; null while it has no end of its own. */
  public @Nullable FiveTuple tuple() {
    SocketAddress own = client.local();
    return own == null ? null : FiveTuple.of(Protocol.TCP, own, client.target().address());
  }

  private void finish(
      Outcome outcome, @Nullable HttpResponse response, @Nullable SocketFailure failure) {
    result.set(
        new HttpCallResult(
            outcome, client.local(), response, failure, begun.get(), simulation.now()));
    whenOver.run();
  }
}
