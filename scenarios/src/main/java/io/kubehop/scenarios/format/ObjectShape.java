package io.kubehop.scenarios.format;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.source.Fields;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A map with given names. It is declared by naming its fields, each with its form and a sentence,
 * and by saying what the values that were read make:
 *
 * <pre>{@code
 * ObjectShape<Ready> shape = ObjectShape.of("Sets the readiness of a Pod.", fields -> {
 *   Field<String> pod = fields.required("pod", Shapes.TEXT, "NAMESPACE/NAME of the Pod.");
 *   Field<Boolean> value = fields.required("value", Shapes.FLAG, "Whether it is ready.");
 *   return read -> new Ready(read.get(pod), read.get(value));
 * });
 * }</pre>
 *
 * <p>An unknown name is a problem, and so is a required one that is missing; then nothing is made.
 *
 * @param <T> what the values make
 */
public final class ObjectShape<T> implements Shape<T> {
  private final String description;
  private final FieldList fields;
  private final Function<Reading, T> make;

  private ObjectShape(String description, FieldList fields, Function<Reading, T> make) {
    this.description = description;
    this.fields = fields;
    this.make = make;
  }

  /** Declares a form. */
  public static <T> ObjectShape<T> of(
      String description, Function<FieldList, Function<Reading, T>> declaration) {
    FieldList fields = new FieldList();
    return new ObjectShape<>(description, fields, declaration.apply(fields));
  }

  @Override
  public Optional<T> read(Value value) {
    return value.fields().flatMap(this::readFields);
  }

  /** What a map without any field makes; only for forms that require none. */
  public T empty() {
    SourceMapping nothing = SourceMapping.of(ImmutableMap.<String, SourceNode>of());
    return readFields(Fields.of(nothing, "", new Problems())).orElseThrow();
  }

  private Optional<T> readFields(Fields given) {
    List<Object> values = new ArrayList<>();
    boolean complete = true;
    for (Field<?> field : fields.all()) {
      Optional<?> value = field.read(given);
      complete &= value.isPresent();
      values.add(value.isPresent() ? value.get() : Optional.empty());
    }
    given.rejectUnknown();
    return complete ? Optional.of(make.apply(new Reading(given, values))) : Optional.empty();
  }

  @Override
  public SourceMapping schema() {
    Map<String, SourceNode> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (Field<?> field : fields.all()) {
      properties.put(field.name(), field.schema());
      if (field.isRequired()) {
        required.add(field.name());
      }
    }
    Schema schema =
        Schema.of("type", "object")
            .with("description", description)
            .with("properties", SourceMapping.of(properties))
            .with("additionalProperties", false);
    return (required.isEmpty() ? schema : schema.with("required", Schema.texts(required))).build();
  }
}
