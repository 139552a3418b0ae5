package io.kubehop.scenarios;

import io.kubehop.service.load.ObjectPrinter;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.SourceNode;
import java.util.Optional;

/** An object of the cluster as a manifest. */
public final class ObjectView {
  private final SourceNode tree;

  ObjectView(SourceNode tree) {
    this.tree = tree;
  }

  /**
   * A field.
   *
   * @param path such as {@code spec.ports[0].nodePort}
   * @return a {@code String}, {@code Long}, {@code Boolean}, {@code List} or {@code Map}; absent if
   *     the field is
   */
  public Optional<Object> field(String path) {
    return FieldPath.find(tree, path).map(SourceNode::plain);
  }

  /** The manifest. */
  @Override
  public String toString() {
    return ObjectPrinter.yaml(tree);
  }
}
