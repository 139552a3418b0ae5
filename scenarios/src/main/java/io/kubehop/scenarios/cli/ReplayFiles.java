package io.kubehop.scenarios.cli;

import io.kubehop.service.source.InputFiles;
import io.kubehop.service.source.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a replay is asked for.
 *
 * @param files in the order of the arguments, those of a folder in bytewise order of path
 * @param errors what cannot be replayed at all
 */
record ReplayFiles(List<ScenarioFile> files, List<String> errors) {

  /**
   * One file.
   *
   * @param name the file as the user named it
   * @param named whether it was named itself, so that it has to be a scenario
   */
  record ScenarioFile(String name, boolean named) {}

  static ReplayFiles of(List<String> paths) {
    List<ScenarioFile> files = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (String path : paths) {
      try {
        boolean folder = Files.isDirectory(Path.of(path));
        InputFiles.of(path).forEach(name -> files.add(new ScenarioFile(name, !folder)));
      } catch (InvalidInputException missing) {
        errors.addAll(missing.lines());
      }
    }
    return new ReplayFiles(files, errors);
  }
}
