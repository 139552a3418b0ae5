package io.kubehop.dns.kubernetes;

import io.kubehop.dns.message.DomainName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a name below a zone (plugin/kubernetes/parse.go), in lower case; empty where the
 * name is too short for them.
 *
 * @param kind {@code svc} or {@code pod}
 * @param namespace the namespace
 * @param service the Service, or the address of a Pod
 * @param endpoint one label in front of the Service
 * @param port the first of two labels in front of the Service, without underscore
 * @param protocol the second of them
 */
record RecordRequest(
    String kind, String namespace, String service, String endpoint, String port, String protocol) {
  static final String SERVICE = "svc";
  static final String POD = "pod";

  /** Takes a name apart; null if no record can have it. */
  static @Nullable RecordRequest parse(DomainName name, DomainName zone) {
    List<String> labels = name.lower().labelsAbove(zone);
    int count = labels.size();
    if (count == 0) {
      return new RecordRequest("", "", "", "", "", "");
    }
    String kind = labels.get(count - 1);
    if ((!kind.equals(SERVICE) && !kind.equals(POD)) || count > 5) {
      return null;
    }
    return new RecordRequest(
        kind,
        count > 1 ? labels.get(count - 2) : "",
        count > 2 ? labels.get(count - 3) : "",
        count == 4 ? labels.get(0) : "",
        count == 5 ? withoutUnderscore(labels.get(0)) : "",
        count == 5 ? withoutUnderscore(labels.get(1)) : "");
  }

  static String withoutUnderscore(String label) {
    return label.startsWith("_") ? label.substring(1) : label;
  }

  /** Whether the name is the zone's own, or {@code svc} or {@code pod} in it. */
  boolean isAboveNamespaces() {
    return namespace.isEmpty();
  }

  boolean isPod() {
    return kind.equals(POD);
  }

  /** Whether something stands in front of the Service. */
  boolean goesBelowService() {
    return !endpoint.isEmpty() || !port.isEmpty() || !protocol.isEmpty();
  }
}
