package io.kubehop.scenarios.get;

import io.kubehop.scenarios.trace.Table;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects as tables, one for each kind, as {@code kubectl get -o wide} shows them. */
public final class ObjectTables {
  private static final List<String> FIRST =
      List.of(
          Node.KIND,
          "Namespace",
          "Deployment",
          "ReplicaSet",
          "StatefulSet",
          "DaemonSet",
          "Job",
          Pod.KIND,
          Service.KIND,
          EndpointSlice.KIND,
          "IngressClass",
          "Ingress");

  private ObjectTables() {}

  /** The tables of some objects, in the order of the journey, each under the name of its kind. */
  public static String of(List<KubeObject> objects) {
    Map<String, List<KubeObject>> byKind = new LinkedHashMap<>();
    objects.stream()
        .sorted(Comparator.comparingInt(object -> rank(object.kind())))
        .forEach(
            object -> byKind.computeIfAbsent(object.kind(), k -> new ArrayList<>()).add(object));
    List<String> tables = new ArrayList<>();
    byKind.forEach(
        (kind, ofKind) ->
            tables.add(
                (byKind.size() == 1 ? "" : kind + "\n") + String.join("\n", table(ofKind)) + "\n"));
    return String.join("\n", tables);
  }

  private static int rank(String kind) {
    int index = FIRST.indexOf(kind);
    return index < 0 ? FIRST.size() : index;
  }

  private static List<String> table(List<KubeObject> objects) {
    Table table = new Table();
    table.row(Columns.header(objects.get(0)));
    objects.forEach(object -> table.row(Columns.of(object)));
    return table.lines("");
  }
}
