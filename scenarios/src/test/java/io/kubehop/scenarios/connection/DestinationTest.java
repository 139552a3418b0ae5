package io.kubehop.scenarios.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.scenarios.connection.Destination.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  @Test
  void an_address_and_a_port() {
    assertThat(Destination.parse("udp://10.96.0.10:53"))
        .isEqualTo(new Destination(Scheme.UDP, "10.96.0.10", 53, ""));
  }

  @Test
  void an_ipv6_address_stands_in_brackets() {
    Destination destination = Destination.parse("tcp://[fd00::1]:80");

    assertThat(destination.host()).isEqualTo("fd00::1");
    assertThat(destination).hasToString("tcp://[fd00::1]:80");
  }

  @Test
  void http_has_a_port_of_its_own_and_keeps_the_path_as_written() {
    Destination destination = Destination.parse("http://cart/a/../b//c?x=%2F");

    assertThat(destination.port()).isEqualTo(80);
    assertThat(destination.target()).isEqualTo("/a/../b//c?x=%2F");
    assertThat(destination.hostHeader()).isEqualTo("cart");
    assertThat(Destination.parse("https://cart:8443").hostHeader()).isEqualTo("cart:8443");
    assertThat(Destination.parse("https://cart").port()).isEqualTo(443);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcp://10.96.0.12:80",
        "sctp://cart.shop.svc.cluster.local.:9000",
        "http://shop.example.com/cart?x=1",
        "https://[fd00::1]/",
      })
  void prints_as_it_was_written(String url) {
    assertThat(Destination.parse(url)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0.0.1:80 | a scheme is missing
          ftp://10.0.0.1:80 | "ftp" is no known scheme
          tcp://10.0.0.1 | a port is missing
          tcp://10.0.0.1:0 | "0" is not a port from 1 to 65535
          tcp://10.0.0.1:70000 | "70000" is not a port from 1 to 65535
          tcp://:80 | a host is missing
          tcp://10.0.0.1:80/x | only http and https have a path
          tcp://fd00::1:80 | is neither an address nor a name
          tcp://a b:80 | is neither an address nor a name
          """)
  void says_what_is_wrong_and_what_would_be_right(String url, String reason) {
    assertThatThrownBy(() -> Destination.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining("write tcp://");
  }
}
