package io.kubehop.ingress.nginx.phase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{SHA}Ys23Ag/5IOWqZCw9QGaVDdHwH00=",
        "{PLAIN}bar",
        "$apr1$abcdefgh$bGLO42WqKpmLoPH9uGWTg1",
        "$1$abcdefgh$X4AQOXsoYNpzaat9Hm7iC/"
      })
  void knowsThePasswordBehindAHash(String hash) {
    assertThat(Passwords.matches("bar", hash)).isTrue();
    assertThat(Passwords.matches("baz", hash)).isFalse();
  }

  @Test
  void knowsNoOtherScheme() {
    assertThat(Passwords.matches("bar", "$2y$05$abc")).isFalse();
  }
}
