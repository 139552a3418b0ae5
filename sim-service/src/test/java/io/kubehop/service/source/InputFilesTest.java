package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (String name :
        List.of(
            "b.yaml",
            "a/z.yml",
            "a/y.json",
            "B.YAML",
            "a/notes.txt",
            "a/deep/x.yaml",
            "é.yaml",
            "[1].yaml")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }

  @Test
  void aFolderStandsForAllManifestsBelowInBytewiseOrder() {
    assertThat(relative(InputFiles.of(folder.toString())))
        .containsExactly(
            "B.YAML", "[1].yaml", "a/deep/x.yaml", "a/y.json", "a/z.yml", "b.yaml", "é.yaml");
  }

  @Test
  void aFolderKeepsTheNameThatTheUserGave() {
    assertThat(InputFiles.of(folder + "/a/").get(0)).isEqualTo(folder + "/a/deep/x.yaml");
  }

  @Test
  void aFileStandsForItselfWhateverItsName() {
    assertThat(InputFiles.of(folder + "/a/notes.txt")).containsExactly(folder + "/a/notes.txt");
  }

  @Test
  void whatDoesNotExistIsAnError() {
    assertThatThrownBy(() -> InputFiles.of("no/such"))
        .hasMessage("no/such: there is no such file or folder");
  }

  @Test
  void patternsStandForTheFilesThatMatch() {
    assertThat(matching("*.yaml")).containsExactly("[1].yaml", "b.yaml", "é.yaml");
    assertThat(matching("**/*.yaml"))
        .containsExactly("[1].yaml", "a/deep/x.yaml", "b.yaml", "é.yaml");
    assertThat(matching("a/**"))
        .containsExactly("a/deep/x.yaml", "a/notes.txt", "a/y.json", "a/z.yml");
    assertThat(matching("a/[xyz].{yml,json}")).containsExactly("a/y.json", "a/z.yml");
    assertThat(matching("a/[!y].y?l")).containsExactly("a/z.yml");
    assertThat(matching("a/../b.*")).containsExactly("a/../b.yaml");
    assertThat(matching("b.yaml")).containsExactly("b.yaml");
    assertThat(matching("a")).containsExactly("a/deep/x.yaml", "a/y.json", "a/z.yml");
  }

  @Test
  void aFileWhoseNameLooksLikeAPatternIsThatFile() {
    assertThat(matching("[1].yaml")).containsExactly("[1].yaml");
  }

  @Test
  void aPatternThatMatchesNothingIsAnError() {
    assertThatThrownBy(() -> InputFiles.matching(folder.toString(), "shop/*.yaml"))
        .hasMessage(folder + "/shop/*.yaml: no file matches this pattern");
  }

  @Test
  void theFolderOfAFileIsAsTheUserNamedIt() {
    assertThat(InputFiles.folderOf("a/b/c.yaml")).isEqualTo("a/b");
    assertThat(InputFiles.folderOf("c.yaml")).isEmpty();
    assertThat(InputFiles.folderOf("/c.yaml")).isEqualTo("/");
    assertThat(InputFiles.inside("a", "/x.yaml")).isEqualTo("/x.yaml");
  }

  private List<String> matching(String pattern) {
    return relative(InputFiles.matching(folder.toString(), pattern));
  }

  private List<String> relative(List<String> files) {
    return files.stream().map(file -> file.substring(folder.toString().length() + 1)).toList();
  }
}
