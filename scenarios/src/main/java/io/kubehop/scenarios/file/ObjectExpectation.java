package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code get} step expects. What is absent is not checked.
 *
 * @param fields values by path; a null: the field must be absent
 * @param slices the EndpointSlices of a Service in any order; fields that are left out are not
 *     compared
 * @param sliceSizes the number of endpoints in each slice, largest first
 */
public record ObjectExpectation(
    Map<String, SourceNode> fields,
    Optional<List<SourceMapping>> slices,
    Optional<List<Integer>> sliceSizes) {

  /** Copies the map. */
  public ObjectExpectation {
    fields = ImmutableMap.copyOf(fields);
  }
}
