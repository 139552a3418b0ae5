package io.kubehop.scenarios.connection;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.IpAddress;
import java.util.Map;
import java.util.Optional;

/**
 * A connection to be made, with everything that the {@code send} step of a scenario can say of it:
 *
 * <pre>{@code
 * cluster.send(Request.of("pod/shop/web-0", "tcp://10.96.0.12:80").withCount(3));
 * }</pre>
 *
 * @param source where it starts
 * @param destination what is called
 * @param node the node on which the packet of an {@code ip/} or {@code external/} source enters;
 *     absent: the node that owns the source or the destination address, else the first by name
 * @param sourcePort the client's port, of the first of several connections; absent: drawn
 * @param count how many connections, one after another; at least 1
 * @param http what only HTTP has
 */
public record Request(
    Source source,
    Destination destination,
    Optional<String> node,
    Optional<Integer> sourcePort,
    int count,
    Http http) {

  /** Checks the count. */
  public Request {
    if (count < 1) {
      throw new IllegalArgumentException("count " + count + " is not at least 1");
    }
  }

  /**
   * What only an HTTP request has.
   *
   * @param method the method
   * @param headers the headers in the order in which they are sent
   * @param cookies the cookies in the order in which they are sent
   * @param via the address that an external client connects to; absent: DNS or the address of the
   *     ingress decides
   */
  public record Http(
      String method,
      Map<String, String> headers,
      Map<String, String> cookies,
      Optional<IpAddress> via) {

    /** A plain GET. */
    public static final Http GET =
        new Http("GET", ImmutableMap.of(), ImmutableMap.of(), Optional.empty());

    /** Copies the maps. */
    public Http {
      headers = ImmutableMap.copyOf(headers);
      cookies = ImmutableMap.copyOf(cookies);
    }
  }

  /**
   * One connection.
   *
   * @param source see {@link Source#parse}
   * @param destination see {@link Destination#parse}
   */
  public static Request of(String source, String destination) {
    return of(Source.parse(source), Destination.parse(destination));
  }

  /** One connection. */
  public static Request of(Source source, Destination destination) {
    return new Request(source, destination, Optional.empty(), Optional.empty(), 1, Http.GET);
  }

  /**
   * Whether a resolver is asked first; a client outside knows the addresses of ingresses without
   * the cluster's DNS.
   */
  public boolean asksForName() {
    return destination.address().isEmpty() && !source.isOutside();
  }

  /** The same, entering the cluster on a node. */
  public Request withNode(String other) {
    return new Request(source, destination, Optional.of(other), sourcePort, count, http);
  }

  /** The same from a port; each further connection takes the next one. */
  public Request withSourcePort(int other) {
    return new Request(source, destination, node, Optional.of(other), count, http);
  }

  /** The same several times, one after another. */
  public Request withCount(int other) {
    return new Request(source, destination, node, sourcePort, other, http);
  }

  /** The same with what only HTTP has. */
  public Request withHttp(Http other) {
    return new Request(source, destination, node, sourcePort, count, other);
  }

  @Override
  public String toString() {
    return source + " -> " + destination;
  }
}
