package io.kubehop.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.source.PlainTrees;
import io.kubehop.service.source.SourceReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void what_fits_on_a_line_stands_on_one() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("z", 1);
    value.put("a", Arrays.asList(true, null, 0.5, "x"));

    assertThat(Json.write(value)).isEqualTo("{\"z\": 1, \"a\": [true, null, 0.5, \"x\"]}\n");
  }

  @Test
  void what_does_not_is_indented() {
    String text = "x".repeat(60);

    assertThat(Json.write(List.of(text, List.of(), text)))
        .isEqualTo("[\n  \"" + text + "\",\n  [],\n  \"" + text + "\"\n]\n");
  }

  @Test
  void control_characters_are_escaped() {
    assertThat(Json.write("a\"\\\n\u0001é")).isEqualTo("\"a\\\"\\\\\\n\\u0001é\"\n");
  }

  /** Whatever texts there are, a reader of JSON gets them back. */
  @Property
  void texts_survive(@ForAll List<List<@net.jqwik.api.constraints.NotBlank String>> texts) {
    List<List<String>> readable =
        texts.stream()
            .map(list -> list.stream().map(text -> text.replaceAll("[^ -~]", "?")).toList())
            .toList();

    Object read = SourceReader.read("f.json", Json.write(readable)).get(0).root().plain();

    assertThat(read).isEqualTo(PlainTrees.of(readable).plain());
  }
}
