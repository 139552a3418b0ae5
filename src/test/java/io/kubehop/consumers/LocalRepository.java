package io.kubehop.consumers;

import io.kubehop.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Maven repository in which {@code io.kubehop} is what this build made, and everything else is
 * the user's own repository, by symbolic links: nothing of KubeHop is left behind in that one, and
 * what has to be fetched is fetched once.
 */
final class LocalRepository {
  private static final String OURS = "io/kubehop";

  private final Path root;
  private final List<Path> links = new ArrayList<>();

  private LocalRepository(Path root) {
    this.root = root;
  }

  /** Makes the repository in an empty folder. */
  static LocalRepository in(Path folder) throws IOException {
    Path users = usersOwn();
    LocalRepository repository = new LocalRepository(folder);
    repository.link(users, folder, "io");
    repository.link(users.resolve("io"), Files.createDirectory(folder.resolve("io")), "kubehop");
    repository.install("kubehop-parent", "pom", Checkout.root().resolve("pom.xml"));
    Path testkit = Checkout.root().resolve("sim-testkit/target");
    repository.install("sim-testkit", "pom", testkit.resolve("dependency-reduced-pom.xml"));
    repository.install("sim-testkit", "jar", testkitJar());
    return repository;
  }

  /** The one jar; it may be missing, or not yet be one. */
  static Path testkitJar() throws IOException {
    return Checkout.root()
        .resolve("sim-testkit/target")
        .resolve("sim-testkit-" + version() + ".jar");
  }

  /** Whether it is there, and is one. */
  static boolean isOneJar() throws IOException {
    if (!Files.exists(testkitJar())) {
      return false;
    }
    try (JarFile jar = new JarFile(testkitJar().toFile())) {
      return jar.stream().anyMatch(entry -> entry.getName().startsWith("io/kubehop/shaded/"));
    }
  }

  Path root() {
    return root;
  }

  /** Takes the links away again, before anyone removes the folder and what it seems to hold. */
  void unlink() throws IOException {
    for (Path link : links) {
      Files.delete(link);
    }
  }

  /** The version that the root pom gives to everything of KubeHop. */
  static String version() throws IOException {
    String pom = Files.readString(Checkout.root().resolve("pom.xml"));
    Matcher version =
        Pattern.compile("<artifactId>kubehop-parent</artifactId>\\s*<version>([^<]+)<")
            .matcher(pom);
    if (!version.find()) {
      throw new IllegalStateException("the root pom has no version beside its artifactId");
    }
    return version.group(1);
  }

  private static Path usersOwn() throws IOException {
    // Surefire tells its tests which repository Maven uses.
    Path home = Path.of(System.getProperty("user.home"), ".m2", "repository");
    Path users = Path.of(System.getProperty("localRepository", home.toString()));
    for (String group : List.of("com", "io", "jakarta", "net", "org")) {
      Files.createDirectories(users.resolve(group));
    }
    return users;
  }

  private void link(Path users, Path here, String except) throws IOException {
    try (Stream<Path> children = Files.list(users)) {
      for (Path child : children.filter(path -> !path.endsWith(except)).toList()) {
        links.add(Files.createSymbolicLink(here.resolve(child.getFileName()), child));
      }
    }
  }

  private void install(String artifact, String extension, Path file) throws IOException {
    Path folder = root.resolve(OURS).resolve(artifact).resolve(version());
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve(artifact + "-" + version() + "." + extension));
  }
}
