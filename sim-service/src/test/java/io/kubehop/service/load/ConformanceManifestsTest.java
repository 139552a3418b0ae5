package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.source.InputFiles;
import io.kubehop.service.source.SourceNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Real manifests of other projects, which the project itself does not carry. */
@EnabledIfSystemProperty(named = "kubehop.conformance", matches = ".+")
class ConformanceManifestsTest {

  @Test
  void everyManifestLoadsAndWhatIsPrintedLoadsToTheSameObjects() {
    Path folder = Path.of(System.getProperty("kubehop.conformance"), "manifests");
    List<String> files =
        InputFiles.of(folder.toString()).stream()
            .filter(f -> !f.endsWith(".scenario.yaml"))
            .toList();
    assertThat(files).isNotEmpty();
    for (String file : files) {
      List<LoadedObject> objects = new ManifestLoader().add(file).load().objects();
      assertThat(objects).as(file).isNotEmpty();
      assertThat(again(objects, ObjectPrinter::yaml)).as(file).isEqualTo(records(objects));
      assertThat(again(objects, ObjectPrinter::json)).as(file).isEqualTo(records(objects));
    }
  }

  private static List<?> again(
      List<LoadedObject> objects, java.util.function.Function<SourceNode, String> print) {
    List<SourceNode> trees =
        objects.stream().map(o -> ObjectPrinter.tree(o.object(), Optional.of(o.source()))).toList();
    String text = print.apply(ObjectPrinter.list(trees));
    return records(new ManifestLoader().addText("printed", text).load().objects());
  }

  private static List<?> records(List<LoadedObject> objects) {
    return objects.stream().map(LoadedObject::object).toList();
  }
}
