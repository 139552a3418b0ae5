package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Call;
import io.kubehop.core.host.Host;
import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpCall;
import io.kubehop.core.http.HttpClient;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.ControlPlane;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prepares the connections that requests ask for. */
final class Dialler {
  private final PodNames podNames;

  Dialler(ControlPlane controlPlane) {
    this.podNames = new PodNames(controlPlane);
  }

  /**
   * One of the connections of a request.
   *
   * @param number which one, from 0
   * @param manner how the client behaves
   */
  Dial dial(Host client, Request request, IpAddress address, int number, Manner manner) {
    SocketAddress to = new SocketAddress(address, request.destination().port());
    IpAddress own = Sources.addressOf(request.source());
    int sourcePort = request.sourcePort().map(port -> port + number).orElse(0);
    return request.destination().scheme().isHttp()
        ? http(client, request, to, own, sourcePort, manner)
        : plain(client, request.destination(), to, own, sourcePort, manner);
  }

  private Dial plain(
      Host client,
      Destination destination,
      SocketAddress to,
      @Nullable IpAddress own,
      int sourcePort,
      Manner manner) {
    Call.Target target =
        new Call.Target(
            destination.scheme().protocol(),
            to,
            own,
            sourcePort,
            manner.patience(),
            destination.toString(),
            manner.client());
    return new PlainDial(new Call(client, target), podNames);
  }

  private Dial http(
      Host client,
      Request request,
      SocketAddress to,
      @Nullable IpAddress own,
      int sourcePort,
      Manner manner) {
    Destination destination = request.destination();
    boolean tls = destination.scheme() == Destination.Scheme.HTTPS;
    String serverName = destination.address().isPresent() ? "" : destination.host();
    ClientHello hello = tls ? new ClientHello(serverName) : null;
    HttpClient.Target target =
        new HttpClient.Target(
            to,
            own,
            sourcePort,
            hello,
            manner.patience(),
            manner.patience(),
            "connect",
            manner.client());
    return new HttpDial(new HttpCall(client, target, message(request)), podNames);
  }

  private static HttpRequest message(Request request) {
    Destination destination = request.destination();
    HttpHeaders headers = HttpHeaders.of("Host", destination.hostHeader());
    for (Map.Entry<String, String> header : request.http().headers().entrySet()) {
      headers = headers.with(header.getKey(), header.getValue());
    }
    if (!request.http().cookies().isEmpty()) {
      headers = headers.with("Cookie", cookies(request.http().cookies()));
    }
    return new HttpRequest(request.http().method(), destination.target(), headers);
  }

  private static String cookies(Map<String, String> cookies) {
    return cookies.entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }
}
