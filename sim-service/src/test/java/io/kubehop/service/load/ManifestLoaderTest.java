package io.kubehop.service.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestLoaderTest {
  private static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n";

  @TempDir Path folder;

  @Test
  void foldersFilesAndPatternsAreLoadedInOrder() throws IOException {
    write("b.yaml", NAMESPACE.formatted("b1") + "---\n" + NAMESPACE.formatted("b2"));
    write(
        "a/x.json",
        "{\"apiVersion\": \"v1\", \"kind\": \"Namespace\", \"metadata\": {\"name\": \"a\"}}");

    assertThat(names(new ManifestLoader().add(folder))).containsExactly("a", "b1", "b2");
    assertThat(names(new ManifestLoader().addMatching(folder.toString(), "b*")))
        .containsExactly("b1", "b2");
  }

  @Test
  void aPositionNamesTheFileAsTheUserGaveIt() throws IOException {
    write("b.yaml", NAMESPACE.formatted("b1"));

    LoadedObject object = new ManifestLoader().add(folder + "/").load().objects().get(0);

    assertThat(object.position("metadata.name")).hasToString(folder + "/b.yaml:3:18");
  }

  @Test
  void streamsTextsMapsAndRecordsAreLoaded() {
    ManifestLoader loader =
        new ManifestLoader()
            .addStream("-", new ByteArrayInputStream(NAMESPACE.formatted("a").getBytes(UTF_8)))
            .addObject(NAMESPACE.formatted("b"))
            .addObject(
                List.of(
                    Map.of(
                        "apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "c")),
                    new Namespace(ObjectMeta.of("", "d"))))
            .addObject(5, number -> NAMESPACE.formatted("n" + number));

    assertThat(names(loader)).containsExactly("a", "b", "c", "d", "n5");
  }

  @Test
  void objectsOfUnknownClassesNeedASerializer() {
    assertThatThrownBy(() -> new ManifestLoader().addObject(new StringBuilder().reverse().chars()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give the function that turns it into YAML or JSON");
  }

  @Test
  void documentsOfOwnFormatsAreSetAside() {
    LoadedManifests manifests =
        new ManifestLoader()
            .addText(
                "f", NAMESPACE.formatted("a") + "---\napiVersion: kubehop/v1\nkind: Scenario\n")
            .load();

    assertThat(manifests.objects()).hasSize(1);
    assertThat(manifests.scenarios()).singleElement().extracting("kind").isEqualTo("Scenario");
  }

  @Test
  void theSameObjectTwiceIsOneObject() {
    assertThat(
            names(
                new ManifestLoader()
                    .addText("f", NAMESPACE.formatted("a"))
                    .addText("g", "{kind: Namespace, apiVersion: v1, metadata: {name: a}}")))
        .containsExactly("a");
  }

  @Test
  void twoDifferentObjectsOfOneNameAreAnErrorThatNamesBothPlaces() {
    String other = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {x: z}}\n";
    assertThat(
            errors(new ManifestLoader().addText("f", NAMESPACE.formatted("a")).addText("g", other)))
        .containsExactly(
            "g:1:1: Namespace/a is given twice with different contents; the first is at f:1:1");
  }

  @Test
  void namesMayRepeatInOtherGroupsAndNamespacesAndWhereTheyAreGenerated() {
    String text =
        """
        {apiVersion: v1, kind: Service, metadata: {name: a}}
        ---
        {apiVersion: v1, kind: Service, metadata: {name: a, namespace: other}}
        ---
        {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: a, namespace: default}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {generateName: p-}, spec: {hostname: a}}
        ---
        {apiVersion: v1, kind: Pod, metadata: {generateName: p-}, spec: {hostname: b}}
        """;
    assertThat(new ManifestLoader().addText("f", text).load().objects()).hasSize(5);
  }

  @Test
  void theProblemsOfAllInputsAreReportedTogether() throws IOException {
    write("bad.yaml", "a: [");
    assertThat(
            errors(
                new ManifestLoader().add("no-such-file.yaml").add(folder).addText("t", "kind: X")))
        .satisfiesExactly(
            line ->
                assertThat(line).isEqualTo("no-such-file.yaml: there is no such file or folder"),
            line -> assertThat(line).startsWith(folder + "/bad.yaml:1:5: not valid YAML"),
            line -> assertThat(line).isEqualTo("t:1:1: apiVersion: is required"));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<String> names(ManifestLoader loader) {
    return loader.load().objects().stream().map(o -> o.object().metadata().name()).toList();
  }

  private static List<String> errors(ManifestLoader loader) {
    return catchThrowableOfType(InvalidInputException.class, loader::load).lines();
  }
}
