package io.kubehop.service.load;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.SourceSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of the tree of an object: what its record says, to be laid over what its manifest said.
 */
sealed interface Part {

  /**
   * Returns this part, completed by what was given for fields that records do not model; absent if
   * nothing is left.
   */
  Optional<SourceNode> over(Optional<SourceNode> given);

  /** A value that the record knows whole; a null says that there is none. */
  record Leaf(SourceNode value) implements Part {
    static final Leaf ABSENT = new Leaf(SourceScalar.ofNull());

    @Override
    public Optional<SourceNode> over(Optional<SourceNode> given) {
      return value.isNull() ? Optional.empty() : Optional.of(value);
    }
  }

  /**
   * A map of which the record knows some fields.
   *
   * @param fields what it knows
   * @param vanishes whether the map is absent when no field is left, since it only groups them
   */
  record Group(Map<String, Part> fields, boolean vanishes) implements Part {

    @Override
    public Optional<SourceNode> over(Optional<SourceNode> given) {
      Map<String, SourceNode> result = new LinkedHashMap<>();
      SourceMapping others =
          given.filter(SourceMapping.class::isInstance).isPresent()
              ? (SourceMapping) given.get()
              : SourceMapping.of(ImmutableMap.<String, SourceNode>of());
      fields.forEach(
          (name, part) -> part.over(others.get(name)).ifPresent(value -> result.put(name, value)));
      for (int i = 0; i < others.size(); i++) {
        if (!fields.containsKey(others.name(i)) && !others.value(i).isNull()) {
          result.put(others.name(i), others.value(i));
        }
      }
      return vanishes && result.isEmpty()
          ? Optional.empty()
          : Optional.of(SourceMapping.of(result));
    }
  }

  /**
   * A list of maps. Each is completed by the one that was given under the same name, or, where they
   * have no names, at the same place of a list of the same length.
   */
  record Items(List<Group> items) implements Part {

    @Override
    public Optional<SourceNode> over(Optional<SourceNode> given) {
      List<SourceNode> others =
          given.filter(SourceSequence.class::isInstance).isPresent()
              ? ((SourceSequence) given.get()).items()
              : List.of();
      List<SourceNode> result = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        items.get(i).over(counterpart(i, others)).ifPresent(result::add);
      }
      return Optional.of(SourceSequence.of(result));
    }

    private Optional<SourceNode> counterpart(int index, List<SourceNode> others) {
      Optional<String> name = name(items.get(index));
      if (name.isPresent()) {
        return others.stream().filter(other -> hasName(other, name.get())).findFirst();
      }
      return others.size() == items.size() ? Optional.of(others.get(index)) : Optional.empty();
    }

    private static Optional<String> name(Group item) {
      return item.fields().get("name") instanceof Leaf leaf
              && leaf.value() instanceof SourceScalar scalar
              && !scalar.isNull()
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    private static boolean hasName(SourceNode node, String name) {
      return node instanceof SourceMapping mapping
          && mapping.text("name").filter(name::equals).isPresent();
    }
  }
}
