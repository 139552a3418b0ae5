package io.kubehop.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpHeadersTest {
  private static final HttpHeaders HEADERS = HttpHeaders.of("Host", "a", "X-A", "1", "x-a", "2");

  @Test
  void namesAreComparedWithoutRegardToCase() {
    assertThat(HEADERS.first("x-A")).isEqualTo("1");
    assertThat(HEADERS.all("X-a")).containsExactly("1", "2");
  }

  @Test
  void settingReplacesAllFieldsOfTheNameInTheFirstPlace() {
    assertThat(HEADERS.with("X-A", "3")).isEqualTo(HttpHeaders.of("Host", "a", "X-A", "3"));
    assertThat(HEADERS.with("X-B", "3").fields()).endsWith(new HttpHeader("X-B", "3"));
  }

  @Test
  void removingTakesAllFieldsOfTheName() {
    assertThat(HEADERS.without("x-a")).isEqualTo(HttpHeaders.of("Host", "a"));
  }

  @Test
  void cookiesAreFoundAmongOthers() {
    HttpHeaders headers = HttpHeaders.of("cookie", "a=1; route=x=y;b=", "Cookie", "c=3");

    assertThat(headers.cookie("route")).isEqualTo("x=y");
    assertThat(headers.cookie("b")).isEmpty();
    assertThat(headers.cookie("c")).isEqualTo("3");
    assertThat(headers.cookie("d")).isNull();
  }
}
