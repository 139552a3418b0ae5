package io.kubehop.scenarios.file;

import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;

/** What can fail and recover. */
public sealed interface Part {

  /** A node with everything on it. */
  record NodePart(String name) implements Part {
    @Override
    public String toString() {
      return "node/" + name;
    }
  }

  /** A Pod. */
  record PodPart(ObjectKey key) implements Part {
    @Override
    public String toString() {
      return "pod/" + key.namespacedName();
    }
  }

  /** The way between two nodes. */
  record LinkPart(String first, String second) implements Part {
    @Override
    public String toString() {
      return "link/" + first + ":" + second;
    }
  }

  /** An ingress controller. */
  record IngressPart(String name) implements Part {
    @Override
    public String toString() {
      return "ingress/" + name;
    }
  }

  /** The kube-proxy of a node: without it the node's rules stay as they are. */
  record ProxyPart(String node) implements Part {
    @Override
    public String toString() {
      return "kube-proxy/" + node;
    }
  }

  /**
   * Reads the text of a part.
   *
   * @throws IllegalArgumentException if it is none, with what would be one
   */
  static Part parse(String text) {
    String[] parts = text.split("/", -1);
    String last = parts[parts.length - 1];
    int colon = last.indexOf(':');
    if (last.isEmpty()) {
      throw malformed(text);
    }
    return switch (parts[0] + "/" + (parts.length - 1)) {
      case "node/1" -> new NodePart(last);
      case "ingress/1" -> new IngressPart(last);
      case "kube-proxy/1" -> new ProxyPart(last);
      case "pod/2" -> new PodPart(new ObjectKey(Pod.KIND, parts[1], last));
      case "link/1" -> {
        if (colon <= 0 || colon == last.length() - 1) {
          throw malformed(text);
        }
        yield new LinkPart(last.substring(0, colon), last.substring(colon + 1));
      }
      default -> throw malformed(text);
    };
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\""
            + text
            + "\" is nothing that fails; write node/NAME, pod/NAMESPACE/NAME, link/NODE:NODE,"
            + " ingress/NAME or kube-proxy/NODE");
  }
}
