package io.kubehop.scenarios.file;

import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.format.Schema;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.source.InputFiles;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What stands in other files, whose names are relative to the file that names them. */
final class FileShapes {
  /** Kubernetes objects, or the names of files that hold them. */
  static final Shape<List<LoadedObject>> OBJECTS_OR_FILES =
      Shapes.of(
          FileShapes::objects,
          Schema.of("type", "array")
              .with("items", Schema.anyOf(List.of(Shapes.MAPPING.schema(), Shapes.TEXT.schema())))
              .build());

  /** A captured text. */
  static final Shape<CapturedText> CAPTURE = Shapes.of(FileShapes::capture, Shapes.TEXT.schema());

  private FileShapes() {}

  private static Optional<List<LoadedObject>> objects(Value list) {
    ManifestLoader loader = new ManifestLoader();
    list.list().forEach(item -> add(item, loader));
    return load(loader, list);
  }

  /** Adds what an item of a list stands for: an object, or the files that a text names. */
  static void add(Value item, ManifestLoader loader) {
    if (item.node() instanceof SourceMapping) {
      loader.addNode(item.node(), item.path());
    } else {
      item.text().ifPresent(pattern -> addFiles(item, pattern, loader));
    }
  }

  private static void addFiles(Value item, String pattern, ManifestLoader loader) {
    try {
      InputFiles.matching(folder(item), pattern).forEach(loader::add);
    } catch (InvalidInputException missing) {
      missing
          .problems()
          .forEach(problem -> item.problem(problem.position().file() + ": " + problem.message()));
    }
  }

  /** What a loader has, or nothing and its problems. */
  static Optional<List<LoadedObject>> load(ManifestLoader loader, Value place) {
    try {
      return Optional.of(loader.load().objects());
    } catch (InvalidInputException invalid) {
      place.problems().addAll(invalid.problems());
      return Optional.empty();
    }
  }

  private static Optional<CapturedText> capture(Value value) {
    Optional<String> name = value.text();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String file = InputFiles.inside(folder(value), name.get());
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      int faulty = Utf8Text.firstFaultyLine(bytes);
      if (faulty == 0) {
        return Optional.of(new CapturedText(file, new String(bytes, StandardCharsets.UTF_8)));
      }
      value.problem(file + ":" + faulty + ": this is not a text in UTF-8");
    } catch (NoSuchFileException missing) {
      value.problem(file + ": there is no such file");
    } catch (IOException unreadable) {
      value.problem(file + ": cannot be read: " + unreadable.getMessage());
    }
    return Optional.empty();
  }

  private static String folder(Value value) {
    return InputFiles.folderOf(value.node().position().file());
  }
}
