package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
  private final Problems problems = new Problems();

  @Test
  void aDecoderReadsWhatIsThereAndDefaultsWhatIsNot() {
    Fields fields =
        fields(
            "{name: web, count: 3, on: 2s, tags: [a, b], map: {k: v, n: }, flag: yes, at: null}");

    assertThat(fields.text("name")).isEqualTo("web");
    assertThat(fields.integer("count", 1)).isEqualTo(3);
    assertThat(fields.integer("missing", 7)).isEqualTo(7);
    assertThat(fields.optionalDuration("true")).contains(Duration.ofSeconds(2));
    assertThat(fields.texts("tags")).containsExactly("a", "b");
    assertThat(fields.textMap("map")).containsExactly(Map.entry("k", "v"), Map.entry("n", ""));
    assertThat(fields.flag("flag", false)).isTrue();
    assertThat(fields.optional("at")).isEmpty();
    assertThat(fields.object("nowhere").object("deeper").text("x", "d")).isEqualTo("d");
    fields.rejectUnknown();
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void allProblemsOfAnInputAreReportedAtOnceWithTheirPaths() {
    Fields fields = fields("steps:\n- {send: {to: 5, count: many}}\n- wait\nseed: 1.5\n");

    fields.text("name");
    fields.integer("seed", 0);
    for (Fields step : fields.objects("steps")) {
      step.object("send").text("to");
      step.object("send").integer("count", 1);
      step.rejectUnknown();
    }

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:1:1: name: is required",
            "f.yaml:4:7: seed: expected a whole number, found the number 1.5",
            "f.yaml:3:3: steps[1]: expected a map, found the text \"wait\"",
            "f.yaml:2:15: steps[0].send.to: expected a text, found the number 5: write \"5\" in"
                + " quotes",
            "f.yaml:2:25: steps[0].send.count: expected a whole number, found the text \"many\"");
  }

  @Test
  void unknownFieldsAreReportedAtTheirNameWithTheOneThatWasMeant() {
    Fields fields = fields("outcom: delivered\nzzz: 1\n");

    fields.text("outcome", "");
    fields.integer("count", 1);
    fields.rejectUnknown();

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "f.yaml:1:1: outcom: unknown field; did you mean outcome?",
            "f.yaml:2:1: zzz: unknown field; the fields here are outcome, count");
  }

  @Test
  void aDocumentThatIsNoMapHasNoFields() {
    assertThat(fields("[1]").optional("a")).isEmpty();
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("f.yaml:1:1: expected a map, found a list");
  }

  @Test
  void aDecoderMayAddProblemsOfItsOwn() {
    Fields fields = fields("a:\n  b: 1\n");

    fields.object("a").problem("b", "is odd");
    fields.object("a").problem("c", "should be there");

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("f.yaml:2:6: a.b: is odd", "f.yaml:2:3: a.c: should be there");
  }

  private Fields fields(String text) {
    return Fields.of(Reading.one(text), "", problems);
  }
}
