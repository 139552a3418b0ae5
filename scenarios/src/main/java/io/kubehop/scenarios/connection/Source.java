package io.kubehop.scenarios.connection;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.RandomStream;
import java.util.Locale;

/**
 * Where a connection starts, as scenario files and {@code --from} write it: {@code
 * pod/NAMESPACE/NAME}, {@code node/NAME}, {@code external/IP}, {@code ip/IP} (an address inside the
 * cluster without a Pod object), {@code deploy/NAMESPACE/NAME} or {@code svc/NAMESPACE/NAME} (the
 * first of its Pods).
 */
public sealed interface Source {

  /** Whether it is outside of the cluster, and asks no DNS of the cluster for names. */
  default boolean isOutside() {
    return false;
  }

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
    public boolean isOutside() {
      return true;
    }

    @Override
    public String toString() {
      return "external/" + address;
    }
  }

  /** Clients outside of the cluster, of which each connection of a load takes one. */
  record ExternalRange(Cidr range) implements Source {
    @Override
    public boolean isOutside() {
      return true;
    }

    /** One of the clients; a network and a broadcast address are none. */
    public External client(RandomStream random) {
      boolean hasEnds = range.address().isV4() && range.prefixLength() < 31;
      long clients = range.size() - (hasEnds ? 2 : 0);
      int place = random.nextInt((int) Math.min(clients, Integer.MAX_VALUE));
      return new External(range.address().plus(place + (hasEnds ? 1 : 0)));
    }

    @Override
    public String toString() {
      return "external/" + range;
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

  /**
   * Reads the text of a source, or of a range of clients outside such as {@code
   * external/203.0.113.0/24}.
   *
   * @throws IllegalArgumentException if it is neither, with what would be one
   */
  static Source parseClients(String text) {
    String[] parts = text.split("/", 3);
    return parts.length == 3 && parts[0].toLowerCase(Locale.ROOT).equals("external")
        ? new ExternalRange(Cidr.parse(parts[1] + "/" + parts[2]))
        : parse(text);
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is not a source; write pod/NAMESPACE/NAME, node/NAME, external/IP or ip/IP");
  }
}
