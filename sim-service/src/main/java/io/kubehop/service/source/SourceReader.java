package io.kubehop.service.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads files into documents: YAML with any number of documents, or JSON. A text that begins with a
 * brace or a bracket is tried as JSON first, because JSON may be indented with tabs, which YAML
 * forbids; in a file named {@code .json} that is final.
 */
public final class SourceReader {

  private SourceReader() {}

  /**
   * Reads a file.
   *
   * @param file the file as the user named it, for messages
   * @param path where it is
   * @throws InvalidInputException if it cannot be read or is malformed
   */
  public static List<SourceDocument> read(String file, Path path) {
    try {
      return readBytes(file, Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(Problem.ofFile(file, "there is no such file or folder"));
    } catch (IOException e) {
      String reason =
          Files.isDirectory(path) ? "is a folder, not a file" : "cannot be read: " + e.getMessage();
      throw new InvalidInputException(Problem.ofFile(file, reason));
    } catch (OutOfMemoryError e) {
      throw new InvalidInputException(Problem.ofFile(file, "is too large for this JVM's heap"));
    }
  }

  /**
   * Reads a stream to its end, such as standard input.
   *
   * @param file how messages call it
   * @throws InvalidInputException if it is malformed
   */
  public static List<SourceDocument> read(String file, InputStream in) {
    try {
      return readBytes(file, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a text.
   *
   * @param file how messages call it
   * @throws InvalidInputException if it is malformed
   */
  public static List<SourceDocument> read(String file, String text) {
    return documents(file, SourceText.checked(file, text));
  }

  private static List<SourceDocument> readBytes(String file, byte[] bytes) {
    return documents(file, SourceText.decode(file, bytes));
  }

  private static List<SourceDocument> documents(String file, String text) {
    Problems problems = new Problems();
    List<SourceNode> roots = compose(file, text, problems);
    problems.throwIfAny();
    return roots.stream().map(root -> new SourceDocument(file, root)).toList();
  }

  private static List<SourceNode> compose(String file, String text, Problems problems) {
    if (!JsonComposer.begins(text)) {
      return YamlText.compose(file, text, problems);
    }
    Problems ofJson = new Problems();
    try {
      List<SourceNode> roots = new JsonComposer(file, text, ofJson).compose();
      problems.addAll(ofJson.list());
      return roots;
    } catch (InvalidInputException asJson) {
      if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
        throw asJson;
      }
      return composeOr(file, text, problems, asJson);
    }
  }

  /**
   * Reads YAML that is not JSON; where it is neither, the reading that came further knows better
   * what is wrong.
   */
  private static List<SourceNode> composeOr(
      String file, String text, Problems problems, InvalidInputException asJson) {
    try {
      return YamlText.compose(file, text, problems);
    } catch (InvalidInputException asYaml) {
      Position json = asJson.problems().get(0).position();
      Position yaml = asYaml.problems().get(0).position();
      boolean jsonCameFurther =
          json.line() > yaml.line()
              || (json.line() == yaml.line() && json.column() > yaml.column());
      throw jsonCameFurther ? asJson : asYaml;
    }
  }
}
