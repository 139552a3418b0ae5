package io.kubehop.scenarios.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.source.Problem;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceReader;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectShapeTest {
  private record Point(int x, int y, List<String> labels) {}

  private static final ObjectShape<Point> POINT =
      ObjectShape.of(
          "A point.",
          fields -> {
            Field<Integer> x = fields.required("x", Shapes.integer(0, 9), "To the right.");
            Field<Integer> y = fields.optional("y", Shapes.integer(0, 9), 5, "Upwards.");
            Field<Optional<List<String>>> labels =
                fields.optional("labels", Shapes.TEXT.oneOrList(), "What it is called.");
            return read -> new Point(read.get(x), read.get(y), read.get(labels).orElse(List.of()));
          });

  private final Problems problems = new Problems();

  @Test
  void reads_fields_and_fills_in_defaults() {
    assertThat(read("{x: 1, labels: a}")).contains(new Point(1, 5, List.of("a")));
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void makes_nothing_where_a_required_field_is_missing() {
    assertThat(read("{y: 1}")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("f:1:1: x: is required");
  }

  @Test
  void reports_every_problem_and_goes_on() {
    assertThat(read("{x: 1, y: 12, lables: [a]}")).contains(new Point(1, 5, List.of()));
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f:1:11: y: expected a whole number from 0 to 9, found the number 12",
            "f:1:15: lables: unknown field; did you mean labels?");
  }

  @Test
  void describes_what_it_reads() {
    Map<?, ?> schema = (Map<?, ?>) POINT.schema().plain();

    assertThat(schema.get("required")).isEqualTo(List.of("x"));
    assertThat(schema.get("additionalProperties")).isEqualTo(false);
    assertThat(((Map<?, ?>) schema.get("properties")).keySet().stream().map(Object::toString))
        .containsExactly("x", "y", "labels");
  }

  private Optional<Point> read(String yaml) {
    return POINT.read(Value.of(SourceReader.read("f", yaml).get(0).root(), "", problems));
  }
}
