package io.kubehop.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/limits.md} says what the code says; {@code -Dkubehop.docs=write} writes it anew. */
class LimitsTest {

  @Test
  void the_page_of_limits_is_up_to_date() throws IOException {
    Path page = Checkout.root().resolve("docs/limits.md");
    String expected = LimitsPage.text();
    if ("write".equals(System.getProperty("kubehop.docs"))) {
      Files.writeString(page, expected);
    }

    assertThat(page).as("run with -Dkubehop.docs=write").content().isEqualTo(expected);
  }
}
