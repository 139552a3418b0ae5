package io.kubehop.scenarios.replay;

import io.kubehop.scenarios.file.ObjectExpectation;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceSequence;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Compares an object of the cluster with what was expected of it. */
final class ObjectCheck {
  private ObjectCheck() {}

  static List<String> failures(
      ObjectExpectation expected, SourceNode object, Supplier<List<SourceNode>> slices) {
    Mismatch mismatch = new Mismatch();
    expected
        .fields()
        .forEach(
            (path, value) -> {
              @Nullable Object found =
                  FieldPath.find(object, path).map(ObjectCheck::present).orElse(null);
              if (!Objects.equals(present(value), found)) {
                mismatch.add(path, shown(present(value)), shown(found));
              }
            });
    if (expected.slices().isPresent() || expected.sliceSizes().isPresent()) {
      slices(expected, slices.get(), mismatch);
    }
    return mismatch.failures();
  }

  /** The plain value; null where there is none, as an empty list and an empty map are none. */
  private static @Nullable Object present(SourceNode node) {
    boolean empty =
        (node instanceof SourceSequence list && list.items().isEmpty())
            || (node instanceof SourceMapping map && map.size() == 0);
    return empty ? null : node.plain();
  }

  private static Object shown(@Nullable Object value) {
    return value == null ? "absent" : value;
  }

  private static void slices(
      ObjectExpectation expected, List<SourceNode> found, Mismatch mismatch) {
    List<SliceForm> forms = found.stream().map(SliceForm::of).toList();
    expected.slices().ifPresent(wanted -> SliceForm.compare(wanted, forms, mismatch));
    List<Integer> sizes =
        forms.stream().map(SliceForm::size).sorted(Comparator.reverseOrder()).toList();
    mismatch.check("sliceSizes", expected.sliceSizes(), sizes, sizes::equals);
  }
}
