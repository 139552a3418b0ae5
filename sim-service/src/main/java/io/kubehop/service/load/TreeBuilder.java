package io.kubehop.service.load;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.source.Durations;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceScalar;
import io.kubehop.service.source.SourceSequence;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds the tree of an object from its record. A field that the record models and that has no
 * value is said to be absent, so that this wins over what the manifest once said; fields that the
 * record does not model are not mentioned.
 */
final class TreeBuilder {
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Sets a text; an empty one is absent. */
  TreeBuilder text(String name, String value) {
    return value.isEmpty() ? without(name) : leaf(name, SourceScalar.ofText(value));
  }

  /** Sets a number. */
  TreeBuilder number(String name, long value) {
    return leaf(name, SourceScalar.ofInteger(value));
  }

  /** Sets a number; 0 is absent. */
  TreeBuilder unlessZero(String name, long value) {
    return value == 0 ? without(name) : number(name, value);
  }

  /** Sets a truth value; false is absent. */
  TreeBuilder ifTrue(String name, boolean value) {
    return value ? leaf(name, SourceScalar.ofBoolean(true)) : without(name);
  }

  /** Sets a number or a text. */
  TreeBuilder value(String name, IntOrString value) {
    return leaf(name, scalar(value));
  }

  /** Sets a text, number, truth value, time, duration or list of texts that may be absent. */
  TreeBuilder optional(String name, Optional<?> value) {
    return value.isPresent() ? leaf(name, scalar(value.get())) : without(name);
  }

  /** Sets a list of texts; an empty one is absent. */
  TreeBuilder texts(String name, List<String> values) {
    return values.isEmpty() ? without(name) : leaf(name, scalar(values));
  }

  /** Sets a map of texts; an empty one is absent. */
  TreeBuilder textMap(String name, Map<String, String> values) {
    if (values.isEmpty()) {
      return without(name);
    }
    Map<String, SourceNode> texts = new LinkedHashMap<>();
    values.forEach((key, text) -> texts.put(key, SourceScalar.ofText(text)));
    return leaf(name, SourceMapping.of(texts));
  }

  /** Sets a map that only groups fields: where all of them are absent, it is absent, too. */
  TreeBuilder object(String name, TreeBuilder value) {
    return part(name, new Part.Group(value.parts, true));
  }

  /** Sets a map that may be absent; where it is there, it is there even if it is empty. */
  <T> TreeBuilder optionalObject(String name, Optional<T> value, Function<T, TreeBuilder> encode) {
    return value.isPresent()
        ? part(name, new Part.Group(encode.apply(value.get()).parts, false))
        : without(name);
  }

  /** Sets a list of maps; an empty one is absent. */
  <T> TreeBuilder list(String name, List<T> values, Function<T, TreeBuilder> encode) {
    return values.isEmpty() ? without(name) : optionalList(name, Optional.of(values), encode);
  }

  /** Sets a list of maps that may be absent; where it is there, it is there even if it is empty. */
  <T> TreeBuilder optionalList(
      String name, Optional<List<T>> values, Function<T, TreeBuilder> encode) {
    if (values.isEmpty()) {
      return without(name);
    }
    return part(
        name,
        new Part.Items(
            values.get().stream()
                .map(value -> new Part.Group(encode.apply(value).parts, false))
                .toList()));
  }

  /** Says that a field is absent, or printed under another name. */
  TreeBuilder without(String name) {
    return part(name, Part.Leaf.ABSENT);
  }

  /** Returns the tree, completed by what a manifest said of fields that were not mentioned here. */
  SourceNode over(Optional<SourceNode> manifest) {
    Part.Group whole = new Part.Group(parts, false);
    return whole.over(manifest).orElseThrow();
  }

  private TreeBuilder leaf(String name, SourceNode value) {
    return part(name, new Part.Leaf(value));
  }

  private TreeBuilder part(String name, Part part) {
    parts.put(name, part);
    return this;
  }

  private static SourceNode scalar(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return SourceScalar.ofInteger(((Number) value).longValue());
    }
    if (value instanceof Boolean flag) {
      return SourceScalar.ofBoolean(flag);
    }
    if (value instanceof IntOrString port && port.isInt()) {
      return SourceScalar.ofInteger(port.intValue());
    }
    if (value instanceof List<?> texts) {
      return SourceSequence.of(texts.stream().map(TreeBuilder::scalar).toList());
    }
    if (value instanceof Duration duration) {
      return SourceScalar.ofText(Durations.format(duration));
    }
    if (value instanceof Instant || value instanceof IntOrString || value instanceof String) {
      return SourceScalar.ofText(value.toString());
    }
    throw new IllegalArgumentException("no scalar: " + value.getClass());
  }
}
