package io.kubehop.core.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.Listener;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.StateDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpCallTest {
  private static final HttpRequest REQUEST = HttpRequest.get("shop.example.com", "/cart?id=1");

  private final TwoHosts hosts = new TwoHosts();

  private void listen(int port, HttpServer.Encryption encryption, HttpHandler handler) {
    hosts.server.sockets().listen(null, port, server(encryption, handler));
  }

  private static Listener server(HttpServer.Encryption encryption, HttpHandler handler) {
    return new Listener("server", new HttpServer(handler, encryption));
  }

  private void listenWithEcho() {
    hosts.server.sockets().listen(null, 80, new Listener("echo", new HttpEchoServer()));
  }

  @Test
  void thePlainServerSaysWhatItSaw() {
    listenWithEcho();

    HttpCallResult result = hosts.call(80, null, REQUEST).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    HttpEcho echo = requireNonNull(result.echo());
    assertThat(echo.request()).isEqualTo(REQUEST);
    assertThat(echo.client()).isEqualTo(result.client());
    assertThat(echo.tls()).isFalse();
  }

  @Test
  void thePlainServerTakesEncryptedConnectionsToo() {
    listenWithEcho();

    HttpCallResult result = hosts.call(80, new ClientHello("a.example.com"), REQUEST).complete();

    assertThat(requireNonNull(result.echo()).tls()).isTrue();
  }

  @Test
  void theConnectionIsClosedAfterwards() {
    listenWithEcho();
    long before = hosts.simulation.nextEventTime();

    hosts.call(80, null, REQUEST).complete();

    assertThat(hosts.simulation.nextEventTime()).isEqualTo(before);
  }

  @Test
  void aClosedPortRefuses() {
    HttpCallResult result = hosts.call(80, null, REQUEST).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(result.response()).isNull();
  }

  @Test
  void theClientGivesUpWhenItsPatienceEnds() {
    listen(80, HttpServer.Encryption.NEVER, exchange -> {});

    HttpCallResult result = hosts.call(80, null, REQUEST).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(result.ended() - result.begun()).isGreaterThanOrEqualTo(1_000_000_000);
  }

  @Test
  void anAnswerOfAProxyIsNoDelivery() {
    Relay relay = Relay.answer("proxy", "", List.of("no rule matches"));
    listen(
        80,
        HttpServer.Encryption.NEVER,
        exchange -> exchange.respond(new HttpResponse(404, HttpHeaders.NONE, null).through(relay)));

    HttpCallResult result = hosts.call(80, null, REQUEST).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(requireNonNull(result.response()).status()).isEqualTo(404);
  }

  @Test
  void aRequestInClearToAnEncryptedPortIsBad() {
    listen(443, HttpServer.Encryption.ALWAYS, exchange -> {});

    HttpCallResult result = hosts.call(443, null, REQUEST).complete();

    assertThat(requireNonNull(result.response()).status()).isEqualTo(400);
  }

  @Test
  void aHandshakeWithAPortInClearFails() {
    listen(80, HttpServer.Encryption.NEVER, exchange -> {});

    HttpCallResult result = hosts.call(80, new ClientHello(""), REQUEST).complete();

    assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(requireNonNull(requireNonNull(result.failure()).refusal()).detail())
        .contains("does not speak TLS");
  }

  @Test
  void exploringLeavesNoTrace() {
    listenWithEcho();
    long before = digest();

    List<Branch<HttpCallResult>> branches =
        new Explorer(hosts.simulation).explore(hosts.call(80, null, REQUEST));

    assertThat(branches).hasSize(1);
    assertThat(digest()).isEqualTo(before);
  }

  private long digest() {
    return new StateDigest().add(hosts.simulation).add(hosts.network).value();
  }
}
