package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritersTest {
  private final SourceNode tree =
      Reading.one(
          """
          b: {port: 0x50, list: [1, {x: y}], none: [], empty: {}}
          a: "line 1\\nline 2\\n"
          c: ["80", "yes", "y", "", "null", "<<", 'it''s', "a: b", "- x", "# no", yes, 1.5, "é😀", "10.0.0.1"]
          """);

  @Test
  void yamlIsWrittenAsKubectlDoes() {
    assertThat(YamlWriter.write(tree))
        .isEqualTo(
            """
            a: |
              line 1
              line 2
            b:
              empty: {}
              list:
              - 1
              - x: "y"
              none: []
              port: 80
            c:
            - "80"
            - "yes"
            - "y"
            - ""
            - "null"
            - "<<"
            - it's
            - 'a: b'
            - '- x'
            - '# no'
            - true
            - 1.5
            - é😀
            - 10.0.0.1
            """);
  }

  @Test
  void jsonIsWrittenAsKubectlDoes() {
    assertThat(
            JsonWriter.write(
                Reading.one("{b: [1, {}], a: \"q\\\"\\n\\u0001é\", c: [], d: {e: ~}}")))
        .isEqualTo(
            """
            {
                "a": "q\\"\\n\\u0001é",
                "b": [
                    1,
                    {}
                ],
                "c": [],
                "d": {
                    "e": null
                }
            }
            """);
  }
}
