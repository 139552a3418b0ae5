package io.kubehop.scenarios.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.time.Share;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void columns_line_up_and_the_last_one_is_as_long_as_it_is() {
    Table table =
        new Table().row("a", "bb", "a long last cell").row("aaa", "b", "c").row("", "", "d");

    assertThat(table.lines("> "))
        .containsExactly("> a    bb  a long last cell", "> aaa  b   c", ">          d");
  }

  @Test
  void shares_are_written_without_noughts_at_the_end() {
    assertThat(Shares.percent(Share.of(1, 2))).isEqualTo("50 %");
    assertThat(Shares.percent(Share.of(1, 3))).isEqualTo("33.33 %");
    assertThat(Shares.percent(Share.ONE)).isEqualTo("100 %");
    assertThat(Shares.percent(Share.ZERO)).isEqualTo("0 %");
  }
}
