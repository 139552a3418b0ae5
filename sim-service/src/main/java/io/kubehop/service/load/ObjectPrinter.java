package io.kubehop.service.load;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.source.JsonWriter;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.SourceSequence;
import io.kubehop.service.source.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Objects back into manifests, in the form of {@code kubectl get -o yaml} and {@code -o json}. What
 * the record says wins, such as allocated addresses and status; fields that records do not model
 * are taken over from the manifest that the object was read from.
 */
public final class ObjectPrinter {

  private ObjectPrinter() {}

  /**
   * Returns the tree of an object, for printing and for looking up fields by path.
   *
   * @param object the object as it is now
   * @param source the tree it was once read from; absent where a controller made it
   */
  public static SourceNode tree(KubeObject object, Optional<SourceMapping> source) {
    TreeBuilder tree =
        new TreeBuilder()
            .text("apiVersion", object.apiVersion())
            .text("kind", object.kind())
            .object("metadata", MetadataCodec.encode(object.metadata()));
    KindCodecs.find(object).ifPresent(codec -> codec.encodeInto(object, tree));
    return tree.over(source.map(SourceNode.class::cast));
  }

  /** Returns the tree of a List of such trees. */
  public static SourceNode list(List<SourceNode> items) {
    Map<String, SourceNode> list = new LinkedHashMap<>();
    list.put("apiVersion", SourceScalar.ofText("v1"));
    list.put("items", SourceSequence.of(items));
    list.put("kind", SourceScalar.ofText("List"));
    list.put(
        "metadata", SourceMapping.of(ImmutableMap.of("resourceVersion", SourceScalar.ofText(""))));
    return SourceMapping.of(list);
  }

  /** Returns a tree as YAML. */
  public static String yaml(SourceNode tree) {
    return YamlWriter.write(tree);
  }

  /** Returns a tree as JSON. */
  public static String json(SourceNode tree) {
    return JsonWriter.write(tree);
  }
}
