package io.kubehop.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
  @TempDir private Path folder;
  private LauncherTree tree;

  @BeforeEach
  void layOut() throws IOException {
    folder = folder.toRealPath();
    tree = LauncherTree.below(folder);
  }

  /** JUnit would warn of each link that leads out of its temporary folder. */
  @AfterEach
  void unlinkCommands() throws IOException {
    try (Stream<Path> links = Files.list(tree.commands())) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }

  @Test
  void builds_what_was_never_built_and_keeps_maven_off_the_results() throws Exception {
    Launch launch = launch("replay", "a b", "*");

    assertThat(launch.exitCode()).isZero();
    assertThat(launch.out()).isEqualTo("args [replay|a b|*]\ninput [typed]\n");
    assertThat(launch.err()).contains("from maven").doesNotContain("typed");
    assertThat(tree.mavenCalls())
        .singleElement()
        .asString()
        .startsWith(tree.root() + ": ")
        .contains("-Dmaven.test.skip=true");
  }

  @Test
  void does_not_start_maven_again_though_the_jar_kept_its_time() throws Exception {
    launch().exitCode();
    Launch again = launch("x");

    assertThat(again.out()).startsWith("args [x]\n");
    assertThat(again.err()).isEmpty();
    assertThat(tree.mavenCalls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "sim-core/pom.xml", "sim-core/src/main/java/A.java"})
  void builds_again_after_a_change_of(String path) throws Exception {
    launch().exitCode();
    tree.touch(path);

    assertThat(launch("x").out()).startsWith("args [x]\n");
    assertThat(tree.mavenCalls()).hasSize(2);
  }

  @Test
  void builds_again_after_a_source_was_deleted() throws Exception {
    launch().exitCode();
    Files.delete(tree.root().resolve("sim-core/src/main/java/B.java"));
    tree.touch("sim-core/src/main/java");

    launch().exitCode();
    assertThat(tree.mavenCalls()).hasSize(2);
  }

  @Test
  void runs_through_a_chain_of_symbolic_links_from_another_folder() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("else where"));
    Files.createSymbolicLink(folder.resolve("first"), tree.launcher());
    Files.createSymbolicLink(elsewhere.resolve("second"), Path.of("../first"));

    Launch launch = Launch.start(Path.of("./second"), elsewhere, environment(), "x");

    assertThat(launch.out()).startsWith("args [x]\n");
    assertThat(tree.mavenCalls()).singleElement().asString().startsWith(tree.root() + ": ");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_at_once_build_once(boolean flock) throws Exception {
    if (!flock) {
      tree.forget("flock");
    }
    Launch one = launch("one");
    Launch two = launch("two");

    assertThat(one.out()).startsWith("args [one]\n");
    assertThat(two.out()).startsWith("args [two]\n");
    assertThat(tree.mavenCalls()).hasSize(1);
    assertThat(tree.root().resolve("target/kubehop.lock.d")).doesNotExist();
  }

  @Test
  void a_lock_whose_holder_died_is_taken_over() throws Exception {
    tree.forget("flock");
    Path lock = Files.createDirectories(tree.root().resolve("target/kubehop.lock.d"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(lock.resolve("pid"), gone.pid() + "\n");

    assertThat(launch("x").out()).startsWith("args [x]\n");
  }

  @Test
  void a_missing_maven_is_one_line() throws Exception {
    tree.forget("mvn");

    assertRefused(launch(), "error: no mvn on the PATH; .*Maven 3\\.8\\.7 or newer");
  }

  @Test
  void a_failed_build_is_named_below_its_output() throws Exception {
    Files.writeString(tree.commands().resolve("mvn"), "#!/bin/sh\necho broken source\nexit 1\n");

    Launch launch = launch();
    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err())
        .endsWith("broken source\nerror: the build failed; its output is above\n");
  }

  @Test
  void a_missing_java_is_one_line() throws Exception {
    tree.forget("java");

    assertRefused(launch(), "error: no java on the PATH and no JAVA_HOME; .*JDK, 17 or newer");
  }

  @Test
  void a_java_home_without_java_is_one_line() throws Exception {
    assertRefused(
        launchWith(folder.resolve("nowhere")), "error: JAVA_HOME is .*nowhere, .*JDK, 17 or newer");
  }

  @Test
  void an_older_jdk_is_one_line_with_its_version() throws Exception {
    Path home = oldJdk();
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.20\"\n");

    assertRefused(launchWith(home), "error: KubeHop needs a JDK, 17 or newer; .* is 11\\.0\\.20");
  }

  @Test
  void an_older_jdk_that_has_no_release_file_is_asked() throws Exception {
    assertRefused(
        launchWith(oldJdk()), "error: KubeHop needs a JDK, 17 or newer; .* is 1\\.8\\.0_392");
  }

  private static void assertRefused(Launch launch, String line) throws Exception {
    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err()).matches(line + "\n");
  }

  private Path oldJdk() throws IOException {
    Path home = folder.resolve("jdk");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"1.8.0_392\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return home;
  }

  private Launch launch(String... args) throws IOException {
    return Launch.start(tree.launcher(), folder, environment(), args);
  }

  private Launch launchWith(Path javaHome) throws IOException {
    Map<String, String> environment =
        Map.of("PATH", tree.commands().toString(), "JAVA_HOME", javaHome.toString());
    return Launch.start(tree.launcher(), folder, environment);
  }

  private Map<String, String> environment() {
    return Map.of("PATH", tree.commands().toString());
  }
}
