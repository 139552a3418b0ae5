package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
  private static final List<String> FIELDS =
      List.of("port", "ports", "selector", "clusterIP", "type");

  @ParameterizedTest
  @CsvSource({
    "prots, ports",
    "selektor, selector",
    "clusterIp, clusterIP",
    "CLUSTERIP, clusterIP",
    "pord, port",
    "tpye, type"
  })
  void typingErrorsLeadToTheNameThatWasMeant(String wrong, String right) {
    assertThat(NearNames.nearest(wrong, FIELDS)).contains(right);
  }

  @ParameterizedTest
  @CsvSource({"replicas", "x", "spec", "loadBalancer"})
  void otherNamesLeadNowhere(String wrong) {
    assertThat(NearNames.nearest(wrong, FIELDS)).isEmpty();
    assertThat(NearNames.suggestion(wrong, FIELDS)).isEmpty();
  }
}
