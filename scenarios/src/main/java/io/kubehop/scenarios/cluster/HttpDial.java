package io.kubehop.scenarios.cluster;

import io.kubehop.core.http.HttpCall;
import io.kubehop.core.http.HttpCallResult;
import io.kubehop.core.http.HttpEcho;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.http.Relay;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP request and its answer. */
final class HttpDial implements Dial {
  private final HttpCall call;
  private final PodNames podNames;

  HttpDial(HttpCall call, PodNames podNames) {
    this.call = call;
    this.podNames = podNames;
  }

  @Override
  public void begin() {
    call.begin();
  }

  @Override
  public @Nullable Dialled result() {
    HttpCallResult result = call.result();
    return result == null ? null : dialled(result);
  }

  @Override
  public void whenOver(Runnable listener) {
    call.whenOver(listener);
  }

  @Override
  public @Nullable FiveTuple tuple() {
    return call.tuple();
  }

  @Override
  public Dialled complete() {
    return dialled(call.complete());
  }

  private Dialled dialled(HttpCallResult result) {
    Optional<HttpEcho> echo = Optional.ofNullable(result.echo());
    Ending ending =
        new Ending(
            result.outcome(),
            echo.map(HttpEcho::server),
            echo.flatMap(each -> podNames.at(each.host(), each.server())),
            echo.map(each -> each.client().address()),
            echo.map(each -> isTranslated(result, each)),
            Optional.ofNullable(result.failure()),
            Optional.ofNullable(result.response()).map(response -> answer(response, echo)));
    return new Dialled(ending, result.begun(), result.ended());
  }

  /** Through proxies this speaks of the connection of the last one. */
  private static boolean isTranslated(HttpCallResult result, HttpEcho echo) {
    SocketAddress client = caller(result);
    return client != null && !echo.client().address().equals(client.address());
  }

  private static @Nullable SocketAddress caller(HttpCallResult result) {
    HttpResponse response = result.response();
    return response == null || response.relays().isEmpty()
        ? result.client()
        : response.relays().get(response.relays().size() - 1).client();
  }

  private static HttpAnswer answer(HttpResponse response, Optional<HttpEcho> echo) {
    List<Relay> relays = response.relays();
    return new HttpAnswer(
        response.status(),
        relays.stream().map(Relay::backend).filter(each -> !each.isEmpty()).findFirst(),
        echo.map(each -> each.request().path()),
        Optional.ofNullable(response.headers().first("Location")),
        echo.map(each -> each.request().headers()).orElse(HttpHeaders.NONE),
        response.headers(),
        relays.stream().flatMap(relay -> relay.reasons().stream()).toList());
  }
}
