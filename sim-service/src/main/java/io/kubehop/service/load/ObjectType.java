package io.kubehop.service.load;

import io.kubehop.service.source.Fields;
import io.kubehop.service.source.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map whose names are given: a struct of the API. Types may contain themselves, hence the filling
 * in after creation.
 */
final class ObjectType implements FieldType {
  private final Map<String, FieldType> fields = new LinkedHashMap<>();

  void add(String name, FieldType type) {
    fields.put(name, type);
  }

  @Override
  public void check(Value value) {
    value.fields().ifPresent(this::checkFields);
  }

  private void checkFields(Fields given) {
    given.forEach(
        (name, value) -> {
          @Nullable FieldType type = fields.get(name);
          if (type != null) {
            type.check(value);
          }
        });
    given.rejectUnknown(fields.keySet());
  }
}
