package io.kubehop.scenarios.connection;

import io.kubehop.core.net.IpAddress;
import java.util.Locale;

/**
 * Where a connection starts, as scenario files and {@code --from} write it: {@code
 * pod/NAMESPACE/NAME}, {@code node/NAME}, {@code external/IP}, {@code ip/IP} (an address inside the
 * cluster without a Pod object), {@code deploy/NAMESPACE/NAME} or {@code svc/NAMESPACE/NAME} (the
 * first of its Pods).
 */
public sealed interface Source {

  /** A Pod. */
  record Pod(String namespace, String name) implements Source {
    @Override
    public String toString() {
      return "pod/" + namespace + "/" + name;
    }
  }

  /** A process on a node, outside of any Pod. */
  record Node(String name) implements Source {
    @Override
    public String toString() {
      return "node/" + name;
    }
  }

  /** A client outside of the cluster, behind the router. */
  record External(IpAddress address) implements Source {
    @Override
    public String toString() {
      return "external/" + address;
    }
  }

  /** An address inside the cluster of which no object says whose it is. */
  record Ip(IpAddress address) implements Source {
    @Override
    public String toString() {
      return "ip/" + address;
    }
  }

  /**
   * The first Pod of a Deployment or a Service.
   *
   * @param kind {@code Deployment} or {@code Service}
   */
  record AnyPodOf(String kind, String namespace, String name) implements Source {
    @Override
    public String toString() {
      return (kind.equals("Service") ? "svc/" : "deploy/") + namespace + "/" + name;
    }
  }

  /**
   * Reads the text of a source.
   *
   * @throws IllegalArgumentException if it is none, with what would be one
   */
  static Source parse(String text) {
    String[] parts = text.split("/", -1);
    String kind = parts[0].toLowerCase(Locale.ROOT);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].isEmpty()) {
        throw malformed(text);
      }
    }
    return switch (kind + "/" + (parts.length - 1)) {
      case "pod/2" -> new Pod(parts[1], parts[2]);
      case "node/1" -> new Node(parts[1]);
      case "external/1" -> new External(IpAddress.parse(parts[1]));
      case "ip/1" -> new Ip(IpAddress.parse(parts[1]));
      case "deploy/2", "deployment/2" -> new AnyPodOf("Deployment", parts[1], parts[2]);
      case "svc/2", "service/2" -> new AnyPodOf("Service", parts[1], parts[2]);
      default -> throw malformed(text);
    };
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a source; write pod/NAMESPACE/NAME, node/NAME, external/IP or ip/IP");
  }
}
