package io.kubehop.scenarios.format;

import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceSequence;
import io.kubehop.service.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list, or one value that stands for a list of one. Items that cannot be read are left out, so
 * that what depends on the others can be checked all the same.
 */
record ListShape<T>(Shape<T> item, boolean orOne) implements Shape<List<T>> {

  @Override
  public Optional<List<T>> read(Value value) {
    if (!orOne && !(value.node() instanceof SourceSequence)) {
      value.list(); // says what is wrong
      return Optional.empty();
    }
    List<Value> values = orOne ? value.listOrOne() : value.list();
    List<T> items = new ArrayList<>(values.size());
    for (Value each : values) {
      item.read(each).ifPresent(items::add);
    }
    return Optional.of(List.copyOf(items));
  }

  @Override
  public SourceMapping schema() {
    SourceMapping list = Schema.of("type", "array").with("items", item.schema()).build();
    return orOne ? Schema.anyOf(List.of(item.schema(), list)) : list;
  }
}
