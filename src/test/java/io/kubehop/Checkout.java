package io.kubehop;

import java.nio.file.Files;
import java.nio.file.Path;

/** The working tree that the tests run in, wherever they were started from. */
public final class Checkout {
  private Checkout() {}

  /** The folder that holds the root pom and every module. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isRegularFile(folder.resolve("sim-core/pom.xml"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no KubeHop checkout at or above " + Path.of("").toAbsolutePath());
    }
    return folder;
  }
}
