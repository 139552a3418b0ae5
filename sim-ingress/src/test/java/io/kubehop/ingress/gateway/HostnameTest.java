package io.kubehop.ingress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnameTest {

  @ParameterizedTest
  @CsvSource({
    "example.com,   example.com,     true",
    "*.example.com, a.example.com,   true",
    "*.example.com, a.b.example.com, true",
    "*.example.com, example.com,     false",
    "example.com,   a.example.com,   false",
    "'',            anything,        true"
  })
  void a_wildcard_stands_for_one_or_more_labels(String name, String host, boolean covered) {
    assertThat(Hostname.of(name).covers(host)).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "*.example.com,   www.example.com, www.example.com",
    "*.example.com,   *.a.example.com, *.a.example.com",
    "*.a.example.com, *.example.com,   *.a.example.com",
    "'',              example.com,     example.com",
    "example.com,     example.com,     example.com",
    "*.example.com,   example.com,     none",
    "example.com,     example.org,     none"
  })
  void a_route_is_attached_for_the_names_that_both_cover(
      String listener, String route, String both) {
    assertThat(Hostname.of(route).and(Hostname.of(listener)).map(Hostname::toString).orElse("none"))
        .isEqualTo(both);
  }

  @Test
  void the_more_particular_name_goes_first() {
    assertThat(
            Stream.of("", "*.example.com", "a.com", "*.deep.example.com", "www.example.com")
                .map(Hostname::of)
                .sorted())
        .extracting(Hostname::text)
        .containsExactly("www.example.com", "a.com", "*.deep.example.com", "*.example.com", "");
  }
}
