package io.kubehop.scenarios.get;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.load.ObjectPrinter;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.SourceNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One object of the cluster, or several, as they were when they were asked for. */
public final class ObjectView {
  private final List<KubeObject> objects;
  private final SourceNode tree;

  private ObjectView(List<KubeObject> objects, SourceNode tree) {
    this.objects = List.copyOf(objects);
    this.tree = tree;
  }

  /** One object as a manifest. */
  public static ObjectView of(KubeObject object, SourceNode tree) {
    return new ObjectView(List.of(object), tree);
  }

  /** Several objects, as a manifest of kind List. */
  public static ObjectView of(List<KubeObject> objects, Function<KubeObject, SourceNode> treeOf) {
    return new ObjectView(objects, ObjectPrinter.list(objects.stream().map(treeOf).toList()));
  }

  /** The objects. */
  public List<KubeObject> objects() {
    return objects;
  }

  /**
   * A field.
   *
   * @param path such as {@code spec.ports[0].nodePort}; of several objects, {@code items[0].spec}
   * @return a {@code String}, {@code Long}, {@code Boolean}, {@code List} or {@code Map}; absent if
   *     the field is
   */
  public Optional<Object> field(String path) {
    return FieldPath.find(tree, path).map(SourceNode::plain);
  }

  /** The tables of {@code kubectl get -o wide}, one for each kind. */
  public String table() {
    return ObjectTables.of(objects);
  }

  /** The manifest in YAML. */
  public String yaml() {
    return ObjectPrinter.yaml(tree);
  }

  /** The manifest in JSON. */
  public String json() {
    return ObjectPrinter.json(tree);
  }

  /** The manifest in YAML. */
  @Override
  public String toString() {
    return yaml();
  }
}
