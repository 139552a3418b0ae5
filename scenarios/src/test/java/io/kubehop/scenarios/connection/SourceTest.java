package io.kubehop.scenarios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pod/shop/web-0",
        "node/node-a",
        "external/203.0.113.7",
        "ip/fd00::1",
        "deploy/shop/web",
        "svc/shop/cart"
      })
  void prints_as_it_was_written(String text) {
    assertThat(Source.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "pod/web-0", "pod//web-0", "node/", "vm/x", "pod/a/b/c", "ip/300.1.1.1"})
  void refuses_what_is_none(String text) {
    assertThatThrownBy(() -> Source.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
