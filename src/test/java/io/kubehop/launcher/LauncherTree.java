package io.kubehop.launcher;

import io.kubehop.Checkout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A small checkout with the real launcher and a few sources, all of them old; a {@code PATH} with
 * just the commands that the launcher may use; and a {@code mvn} that notes each call and puts a
 * jar in place that echoes its arguments.
 */
final class LauncherTree {
  private static final FileTime OLD = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
  private static final List<String> COMMANDS =
      List.of("sh", "find", "head", "readlink", "touch", "mkdir", "mv", "rm", "cat", "cp", "sed");
  private static final List<String> MORE_COMMANDS = List.of("sleep", "flock");

  private final Path root;
  private final Path commands;

  private LauncherTree(Path root, Path commands) {
    this.root = root;
    this.commands = commands;
  }

  /** Lays the tree out below a folder, in one whose name has a space. */
  static LauncherTree below(Path folder) throws IOException {
    LauncherTree tree = new LauncherTree(folder.resolve("check out"), folder.resolve("bin"));
    tree.write("pom.xml");
    tree.write("sim-core/pom.xml");
    tree.write("sim-core/src/main/java/A.java");
    tree.write("sim-core/src/main/java/B.java");
    tree.write("scenarios/pom.xml");
    Files.copy(Checkout.root().resolve("kubehop"), tree.launcher());
    try (Stream<Path> files = Files.walk(tree.root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, OLD);
      }
    }
    tree.linkCommands();
    tree.writeMaven(folder.resolve("prepared.jar"));
    return tree;
  }

  Path root() {
    return root;
  }

  Path launcher() {
    return root.resolve("kubehop");
  }

  Path commands() {
    return commands;
  }

  Path jar() {
    return root.resolve("scenarios/target/kubehop.jar");
  }

  /** What {@code mvn} was called with, a line for each call. */
  List<String> mavenCalls() throws IOException {
    Path calls = root.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  /** Makes a file or folder newer than everything that was built until now. */
  void touch(String path) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(path),
        FileTime.from(Files.getLastModifiedTime(jar()).toInstant().plusMillis(5)));
  }

  void forget(String command) throws IOException {
    Files.delete(commands.resolve(command));
  }

  private void write(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }

  private void linkCommands() throws IOException {
    Files.createDirectories(commands);
    Path jdk = Path.of(System.getProperty("java.home"), "bin");
    Files.createSymbolicLink(commands.resolve("java"), jdk.resolve("java"));
    Files.createSymbolicLink(commands.resolve("javac"), jdk.resolve("javac"));
    for (String name : Stream.concat(COMMANDS.stream(), MORE_COMMANDS.stream()).toList()) {
      Files.createSymbolicLink(commands.resolve(name), onThePath(name));
    }
  }

  private static Path onThePath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  private void writeMaven(Path prepared) throws IOException {
    writeJar(prepared);
    Files.setLastModifiedTime(prepared, OLD);
    // As Maven does, it leaves the jar's old time alone, writes to standard output, and takes its
    // time.
    Path script = commands.resolve("mvn");
    Files.writeString(
        script,
        """
        #!/bin/sh
        echo "$PWD: $*" >>calls
        echo "from maven"
        cat
        sleep 0.1
        mkdir -p scenarios/target
        cp -p "%s" scenarios/target/kubehop.jar
        """
            .formatted(prepared));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void writeJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoArguments.class.getName());
    String entry = EchoArguments.class.getName().replace('.', '/') + ".class";
    try (OutputStream bytes = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(bytes, manifest);
        InputStream code = LauncherTree.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new JarEntry(entry));
      Objects.requireNonNull(code).transferTo(jar);
    }
  }
}
