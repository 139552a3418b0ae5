package io.kubehop.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateTest {
  private final Certificate certificate =
      new Certificate("test", List.of("shop.example.com", "*.Example.org"));

  @Test
  void coversItsNamesWithoutRegardToCase() {
    assertThat(certificate.covers("SHOP.example.com")).isTrue();
    assertThat(certificate.covers("example.com")).isFalse();
  }

  @Test
  void aWildcardStandsForOneLabel() {
    assertThat(certificate.covers("a.example.org")).isTrue();
    assertThat(certificate.covers("a.b.example.org")).isFalse();
    assertThat(certificate.covers("example.org")).isFalse();
  }
}
