package io.kubehop.conformance;

import java.nio.file.Path;

/**
 * One case: a file in one mode.
 *
 * @param folder the folder, relative to its bank
 * @param file the file
 * @param mode the proxy mode to force, or an empty text for what the file says
 */
record Case(String folder, Path file, String mode) {

  /**
   * Names it as the list of known failures does: {@code FOLDER/FILE}, or {@code FOLDER/FILE MODE}.
   */
  String name() {
    String name = folder + "/" + file.getFileName();
    return mode.isEmpty() ? name : name + " " + mode;
  }
}
