package io.kubehop.scenarios.replay;

import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An EndpointSlice in the form in which scenarios write it: without its name, with {@code
 * targetRef} as {@code KIND/NAMESPACE/NAME}.
 *
 * @param fields {@code addressType}, {@code ports} and {@code endpoints}
 */
record SliceForm(Map<String, @Nullable Object> fields) {
  private static final String ENDPOINTS = "endpoints";
  private static final String TARGET = "targetRef";

  static SliceForm of(SourceNode slice) {
    Map<?, ?> plain = (Map<?, ?>) ((SourceMapping) slice).plain();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("addressType", plain.get("addressType"));
    fields.put("ports", listAt(plain, "ports"));
    fields.put(
        ENDPOINTS, listAt(plain, ENDPOINTS).stream().map(SliceForm::withShortTarget).toList());
    return new SliceForm(fields);
  }

  private static List<?> listAt(Map<?, ?> plain, String name) {
    return plain.get(name) instanceof List<?> list ? list : List.of();
  }

  private static @Nullable Object withShortTarget(@Nullable Object endpoint) {
    if (!(endpoint instanceof Map<?, ?> given)) {
      return endpoint;
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    given.forEach((name, value) -> result.put(String.valueOf(name), value));
    if (given.get(TARGET) instanceof Map<?, ?> target) {
      result.put(
          TARGET, target.get("kind") + "/" + target.get("namespace") + "/" + target.get("name"));
    }
    return result;
  }

  int size() {
    return fields.get(ENDPOINTS) instanceof List<?> list ? list.size() : 0;
  }

  /** Says whether each wanted slice can be paired with one that was found, and none is left. */
  static void compare(List<SourceMapping> wanted, List<SliceForm> found, Mismatch mismatch) {
    List<SliceForm> left = new ArrayList<>(found);
    boolean matched = wanted.size() == found.size();
    for (SourceMapping each : wanted) {
      matched &= removeFirstMatch(left, each.plain());
    }
    if (!matched) {
      mismatch.add(
          "slices",
          wanted.stream().map(SourceMapping::plain).toList(),
          found.stream().map(SliceForm::fields).toList());
    }
  }

  private static boolean removeFirstMatch(List<SliceForm> left, Object wanted) {
    for (SliceForm form : left) {
      if (Likeness.covers(wanted, form.fields())) {
        left.remove(form);
        return true;
      }
    }
    return false;
  }
}
