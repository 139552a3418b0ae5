package io.kubehop.ingress.nginx.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUriTest {

  @ParameterizedTest(name = "{0} is compared as {1}")
  @CsvSource({
    "/a/b, /a/b",
    "//a///b, /a/b",
    "/a/./b/., /a/b/",
    "/a/../b, /b",
    "/a/b/.., /a/",
    "/%61, /a",
    "/a%2Fb, /a/b",
    "/a%2f%2e%2e%2fb, /b",
    "/%2561, /%61",
    "/a#b, /a",
    "/a?x=/../, /a",
    "/a.b/..c, /a.b/..c"
  })
  void pathsAreBroughtIntoTheirNormalForm(String target, String path) throws BadRequest {
    assertThat(RequestUri.parse(target).path()).isEqualTo(path);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"/..", "/a/../..", "/%zz", "/%", "/%0", "/%00", "/a b", "a", ""})
  void whatNginxRefusesIsABadRequest(String target) {
    assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> RequestUri.parse(target));
  }

  @Test
  void theQueryEndsBeforeAFragment() throws BadRequest {
    assertThat(RequestUri.parse("/a?b=c#d").query()).isEqualTo("b=c");
    assertThat(RequestUri.parse("/a?").query()).isEmpty();
    assertThat(RequestUri.parse("/a").query()).isNull();
  }
}
