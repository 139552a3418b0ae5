package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.OpaqueObject;
import io.kubehop.service.source.SourceNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One manifest of every kind, with every field that is modelled, there and back. */
class RoundTripTest {

  @TestFactory
  List<DynamicTest> aRecordThatIsPrintedWithoutItsManifestIsReadBackUnchanged() throws IOException {
    return samples().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.object().key().toString(),
                    () -> {
                      SourceNode tree = ObjectPrinter.tree(sample.object(), Optional.empty());
                      assertThat(load(ObjectPrinter.yaml(tree)).get(0).object())
                          .isEqualTo(sample.object());
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> aManifestThatSaysEverythingIsPrintedAsItIs() throws IOException {
    return samples().stream()
        .map(
            sample ->
                DynamicTest.dynamicTest(
                    sample.object().key().toString(),
                    () ->
                        assertThat(
                                ObjectPrinter.tree(sample.object(), Optional.of(sample.source()))
                                    .plain())
                            .isEqualTo(sample.source().plain())))
        .toList();
  }

  @Test
  void everyKindHasASample() throws IOException {
    TreeSet<String> kinds = new TreeSet<>();
    KindCodecs.all().forEach(codec -> kinds.add(codec.kind()));

    assertThat(samples())
        .extracting(sample -> sample.object().kind())
        .containsAll(kinds)
        .hasSizeGreaterThanOrEqualTo(kinds.size());
    assertThat(samples())
        .extracting(LoadedObject::object)
        .noneMatch(OpaqueObject.class::isInstance);
  }

  @Test
  void otherMetadataChangesNothingElse() throws IOException {
    for (LoadedObject sample : samples()) {
      KubeObject object = sample.object();
      KubeObject other =
          object.withMetadata(object.metadata().toBuilder().uid("1").generation(2).build());
      assertThat(other.metadata().uid()).isEqualTo("1");
      assertThat(other.withMetadata(object.metadata())).isEqualTo(object);
    }
  }

  private static List<LoadedObject> samples() throws IOException {
    try (InputStream in = RoundTripTest.class.getResourceAsStream("every-kind.yaml")) {
      return load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static List<LoadedObject> load(String text) {
    return new ManifestLoader().addText("f.yaml", text).load().objects();
  }
}
