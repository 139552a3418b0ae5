package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * A place where requests come into the cluster (gateway.networking.k8s.io/v1).
 *
 * @param metadata the metadata
 * @param gatewayClassName the class
 * @param listeners where it listens, and for whom
 * @param addresses its addresses, from the status
 */
public record Gateway(
    ObjectMeta metadata, String gatewayClassName, List<Listener> listeners, List<String> addresses)
    implements KubeObject {
  /** The group and version of all these kinds. */
  public static final String API_VERSION = "gateway.networking.k8s.io/v1";

  /** The kind as manifests write it. */
  public static final String KIND = "Gateway";

  /** Copies the lists. */
  public Gateway {
    listeners = List.copyOf(listeners);
    addresses = List.copyOf(addresses);
  }

  /**
   * A port, and the hosts that are served there.
   *
   * @param name its name, which a route may ask for
   * @param hostname the host, perhaps with {@code *.} in place of labels; empty for any
   * @param port the port
   * @param protocol {@code HTTP}, {@code HTTPS} …
   * @param certificates the Secrets of its certificates
   * @param routes the routes that it takes
   */
  public record Listener(
      String name,
      String hostname,
      int port,
      String protocol,
      List<Reference> certificates,
      AllowedRoutes routes) {

    /** Copies the list. */
    public Listener {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * Which routes may attach.
   *
   * @param from {@code Same} namespace, {@code All}, or {@code Selector}
   * @param selector the labels of namespaces, where a selector decides
   * @param kinds the kinds of route; empty for those of the protocol
   */
  public record AllowedRoutes(String from, Optional<LabelSelector> selector, List<String> kinds) {
    /** Copies the list. */
    public AllowedRoutes {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * An object that another one names.
   *
   * @param namespace its namespace; empty for that of the one that names it
   */
  public record Reference(String group, String kind, String namespace, String name) {}

  @Override
  public String apiVersion() {
    return API_VERSION;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Gateway withMetadata(ObjectMeta other) {
    return new Gateway(other, gatewayClassName, listeners, addresses);
  }

  /** Returns this Gateway with other addresses in its status. */
  public Gateway withAddresses(List<String> others) {
    return new Gateway(metadata, gatewayClassName, listeners, others);
  }
}
