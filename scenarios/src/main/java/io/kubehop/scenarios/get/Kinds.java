package io.kubehop.scenarios.get;

import io.kubehop.service.source.NearNames;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kinds by the names that users know from {@code kubectl}: short, plural, in any case. */
public final class Kinds {
  private static final Map<String, String> SHORT = new LinkedHashMap<>();

  static {
    SHORT.put("no", "Node");
    SHORT.put("ns", "Namespace");
    SHORT.put("po", "Pod");
    SHORT.put("svc", "Service");
    SHORT.put("ep", "Endpoints");
    SHORT.put("eps", "EndpointSlice");
    SHORT.put("deploy", "Deployment");
    SHORT.put("rs", "ReplicaSet");
    SHORT.put("rc", "ReplicationController");
    SHORT.put("sts", "StatefulSet");
    SHORT.put("ds", "DaemonSet");
    SHORT.put("cj", "CronJob");
    SHORT.put("cm", "ConfigMap");
    SHORT.put("ing", "Ingress");
    SHORT.put("netpol", "NetworkPolicy");
  }

  private Kinds() {}

  /**
   * The kind that a user means.
   *
   * @param present the kinds of which there are objects
   * @throws IllegalArgumentException if it is neither one of these nor a known one
   */
  public static String of(String name, Collection<String> present) {
    String lower = name.toLowerCase(Locale.ROOT);
    String byShort = SHORT.get(lower);
    if (byShort != null) {
      return byShort;
    }
    return find(lower, present)
        .or(() -> find(lower, SHORT.values()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + name
                        + "' is no kind of this cluster"
                        + NearNames.suggestion(name, present)));
  }

  private static Optional<String> find(String lower, Collection<String> kinds) {
    return kinds.stream().filter(kind -> isName(lower, kind.toLowerCase(Locale.ROOT))).findFirst();
  }

  private static boolean isName(String lower, String kind) {
    String plural =
        kind.endsWith("s")
            ? kind + "es"
            : kind.endsWith("y") ? kind.substring(0, kind.length() - 1) + "ies" : kind + "s";
    return lower.equals(kind) || lower.equals(plural);
  }
}
