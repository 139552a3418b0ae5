package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KubernetesSchemaTest {
  private static final Path RESOURCE =
      Path.of("src/main/resources/io/kubehop/service/load/kubernetes.schema");

  /**
   * Run with {@code -Dkubehop.update=true} to write the resource anew after a change of fabric8's
   * version.
   */
  @Test
  void theResourceSaysWhatTheModelClassesSay() throws IOException, ClassNotFoundException {
    String expected = ModelSchema.write();
    if (Boolean.getBoolean("kubehop.update")) {
      Files.writeString(RESOURCE, expected);
    }
    try (var in = KubernetesSchema.class.getResourceAsStream("kubernetes.schema")) {
      assertThat(in).asString(StandardCharsets.UTF_8).isEqualTo(expected);
    }
  }

  @Test
  void everyKindOfKubernetesItselfThatIsDecodedHasASchema() {
    assertThat(KindCodecs.all())
        .filteredOn(codec -> !codec.apiVersion().startsWith(GatewayCodec.GROUP))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            codec ->
                assertThat(KubernetesSchema.INSTANCE.kind(codec.apiVersion(), codec.kind()))
                    .as(codec.kind())
                    .isPresent());
  }

  @Test
  void kindsAreFoundByNameAlone() {
    assertThat(KubernetesSchema.INSTANCE.apiVersionOf("Deployment")).contains("apps/v1");
    assertThat(KubernetesSchema.INSTANCE.apiVersionOf("Nothing")).isEmpty();
  }
}
