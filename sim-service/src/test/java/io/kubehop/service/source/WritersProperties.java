package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WritersProperties {

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenAsYamlIsReadBack(@ForAll("trees") Object tree) {
    assertReadBack(tree, YamlWriter.write(PlainTrees.of(tree)));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenAsJsonIsReadBack(@ForAll("trees") Object tree) {
    assertReadBack(tree, JsonWriter.write(PlainTrees.of(tree)));
  }

  private static void assertReadBack(Object tree, String text) {
    List<SourceDocument> documents = SourceReader.read("f.yaml", text);
    assertThat(documents).extracting(d -> d.root().plain()).containsExactly(tree);
  }

  @Provide
  Arbitrary<Object> trees() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            troublesomeWords(), Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12));
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts.map(text -> text),
            Arbitraries.longs().map(number -> number),
            Arbitraries.of(true, false, 1.5, -0.25));
    return Arbitraries.recursive(() -> scalars, inner -> nested(texts, inner), 1, 3);
  }

  private static Arbitrary<String> troublesomeWords() {
    return Arbitraries.of(
        "",
        "yes",
        "y",
        "80",
        "0x1",
        "1e3",
        "null",
        "~",
        "<<",
        "a: b",
        "- x",
        "#",
        " lead",
        "trail ",
        "tab\tin",
        "two\nlines",
        "ends\n",
        "\n",
        "\nstarts",
        " \n x",
        "'",
        "\"",
        "\\",
        "{}",
        "[a]",
        "*a",
        "&a",
        "!t",
        "%",
        "@",
        "`",
        "é",
        "😀",
        "---",
        "...",
        "? x",
        "10.0.0.1",
        "2025-01-01",
        "a,b",
        "very " + "long ".repeat(50));
  }

  private static Arbitrary<Object> nested(Arbitrary<String> names, Arbitrary<Object> inner) {
    Arbitrary<Object> lists = inner.list().ofMaxSize(4).map(list -> list);
    Arbitrary<Object> maps = Arbitraries.maps(names, inner).ofMaxSize(4).map(LinkedHashMap::new);
    return Arbitraries.oneOf(lists, maps);
  }
}
