package io.kubehop.ingress.nginx.uri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Shop.Example.COM, shop.example.com",
    "shop.example.com:8080, shop.example.com",
    "shop.example.com., shop.example.com",
    "shop.example.com.:80, shop.example.com",
    "[fd00::1]:80, [fd00::1]",
    ".example.com, .example.com"
  })
  void portAndFinalDotAreCutOff(String header, String name) throws BadRequest {
    assertThat(HostName.parse(header)).isEqualTo(name);
  }

  @ParameterizedTest(name = "''{0}''")
  @ValueSource(strings = {"", ":80", "a b", "a/b", "a..b", "."})
  void aMalformedHeaderIsABadRequest(String header) {
    assertThatExceptionOfType(BadRequest.class).isThrownBy(() -> HostName.parse(header));
  }
}
