package io.kubehop.scenarios.connection;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import java.util.Locale;
import java.util.Optional;

/**
 * What is called, as a URL: {@code tcp://}, {@code udp://} or {@code sctp://} with an address or a
 * name and a port, {@code http://} or {@code https://} with a host and perhaps a port and a path.
 *
 * @param scheme how to talk
 * @param host an address without brackets, or a name
 * @param port 1 to 65535
 * @param path path and query exactly as written, since a client's proxy sees them so; empty where
 *     there is none
 */
public record Destination(Scheme scheme, String host, int port, String path) {

  /** How to talk, with the port that is meant where none is written. */
  public enum Scheme {
    /** One message and its answer over a TCP connection. */
    TCP(Protocol.TCP, 0),
    /** One datagram and its answer. */
    UDP(Protocol.UDP, 0),
    /** One message and its answer over SCTP. */
    SCTP(Protocol.SCTP, 0),
    /** One HTTP request. */
    HTTP(Protocol.TCP, 80),
    /** One HTTP request over TLS. */
    HTTPS(Protocol.TCP, 443);

    private final Protocol protocol;
    private final int defaultPort;

    Scheme(Protocol protocol, int defaultPort) {
      this.protocol = protocol;
      this.defaultPort = defaultPort;
    }

    /** What carries it. */
    public Protocol protocol() {
      return protocol;
    }

    /** Whether it is HTTP, over TLS or not. */
    public boolean isHttp() {
      return defaultPort != 0;
    }
  }

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if the text is none, with what would be one
   */
  public static Destination parse(String text) {
    int colon = text.indexOf("://");
    if (colon < 0) {
      throw malformed(text, "a scheme is missing");
    }
    Scheme scheme = schemeOf(text, text.substring(0, colon));
    String rest = text.substring(colon + 3);
    int end = endOfAuthority(rest);
    String path = rest.substring(end);
    if (!scheme.isHttp() && !path.isEmpty()) {
      throw malformed(text, "only http and https have a path");
    }
    String authority = rest.substring(0, end);
    int portColon =
        authority.lastIndexOf(':') > authority.lastIndexOf(']') ? authority.lastIndexOf(':') : -1;
    String host = portColon < 0 ? authority : authority.substring(0, portColon);
    int port = portColon < 0 ? scheme.defaultPort : port(text, authority.substring(portColon + 1));
    if (port == 0) {
      throw malformed(text, "a port is missing");
    }
    return new Destination(scheme, host(text, host), port, path);
  }

  private static Scheme schemeOf(String text, String name) {
    for (Scheme scheme : Scheme.values()) {
      if (scheme.name().equalsIgnoreCase(name)) {
        return scheme;
      }
    }
    throw malformed(text, "\"" + name + "\" is no known scheme");
  }

  private static int endOfAuthority(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      if ("/?#".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }

  private static int port(String text, String digits) {
    int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
    if (port < 1 || port > 65535) {
      throw malformed(text, "\"" + digits + "\" is not a port from 1 to 65535");
    }
    return port;
  }

  private static String host(String text, String written) {
    boolean brackets = written.startsWith("[") && written.endsWith("]");
    String host = brackets ? written.substring(1, written.length() - 1) : written;
    if (host.isEmpty()) {
      throw malformed(text, "a host is missing");
    }
    if (IpAddress.isAddress(host)
        ? brackets == IpAddress.parse(host).isV4()
        : brackets || !isName(host)) {
      throw malformed(text, "\"" + written + "\" is neither an address nor a name");
    }
    return host;
  }

  /** Letters, digits, hyphens, underscores and dots: what a resolver would look up. */
  private static boolean isName(String host) {
    return host.length() <= 254 && host.matches("[A-Za-z0-9_*-]+(\\.[A-Za-z0-9_-]+)*\\.?");
  }

  private static IllegalArgumentException malformed(String text, String why) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" cannot be called: "
            + why
            + "; write tcp://, udp:// or sctp:// with ADDRESS:PORT or NAME:PORT, or http://HOST/PATH");
  }

  /** The address, where the host is one. */
  public Optional<IpAddress> address() {
    return IpAddress.isAddress(host) ? Optional.of(IpAddress.parse(host)) : Optional.empty();
  }

  /** What an HTTP client sends as {@code Host}: the port only where it is not the scheme's own. */
  public String hostHeader() {
    String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return port == scheme.defaultPort ? shown : shown + ":" + port;
  }

  /** What an HTTP client asks for: path and query as written, without a fragment. */
  public String target() {
    int fragment = path.indexOf('#');
    String sent = fragment < 0 ? path : path.substring(0, fragment);
    return sent.startsWith("/") ? sent : "/" + sent;
  }

  /** The URL, with the port wherever it is not the scheme's own. */
  @Override
  public String toString() {
    return scheme.name().toLowerCase(Locale.ROOT) + "://" + hostHeader() + path;
  }
}
