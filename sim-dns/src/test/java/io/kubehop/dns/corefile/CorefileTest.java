package io.kubehop.dns.corefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CorefileTest {

  @Test
  void serverBlocksHaveKeysAndDirectives() {
    Corefile corefile =
        Corefile.parse(".:53 example.org {\n  errors\n  cache 30 {\n prefetch 2\n}\n}\n");

    assertThat(corefile.blocks()).hasSize(1);
    ServerBlock block = corefile.blocks().get(0);
    assertThat(block.keys()).containsExactly(".:53", "example.org");
    assertThat(block.directives()).extracting(Directive::name).containsExactly("errors", "cache");
    Directive cache = block.directives().get(1);
    assertThat(cache.args()).containsExactly("30");
    assertThat(cache.line()).isEqualTo(3);
    assertThat(cache.block()).extracting(Directive::name).containsExactly("prefetch");
  }

  @Test
  void snippetsAreImported() {
    Corefile corefile =
        Corefile.parse("(common) {\n  errors\n  cache\n}\n. {\n  import common\n}\n");

    assertThat(corefile.blocks()).hasSize(1);
    assertThat(corefile.blocks().get(0).directives())
        .extracting(Directive::name)
        .containsExactly("errors", "cache");
  }

  @Test
  void commentsAndQuotedTextsAreReadAsCaddyReadsThem() {
    Corefile corefile =
        Corefile.parse(". { # all\n  template IN A {\n    answer \"a # b\"\n  }\n}\n");

    Directive template = corefile.blocks().get(0).directives().get(0);
    assertThat(template.block().get(0).args()).containsExactly("a # b");
  }

  @Test
  void aBlockThatDoesNotEndIsRefusedWithItsLine() {
    assertThatThrownBy(() -> Corefile.parse(".:53 {\n  errors\n"))
        .isInstanceOfSatisfying(
            CorefileException.class,
            wrong -> assertThat(wrong.finding().line()).isGreaterThanOrEqualTo(1));
  }
}
