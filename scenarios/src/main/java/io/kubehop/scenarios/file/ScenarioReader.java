package io.kubehop.scenarios.file;

import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceReader;
import io.kubehop.service.source.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads scenario files, strictly: what is unknown, of the wrong type or dangling is a problem. */
public final class ScenarioReader {
  private static final String OWN_GROUP = "kubehop/";
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::position, Comparator.comparingInt(Position::line))
          .thenComparing(Problem::position, Comparator.comparingInt(Position::column));

  private ScenarioReader() {}

  /**
   * Reads a file of which every document has to be a scenario.
   *
   * @param file the file as the user named it
   * @throws InvalidInputException with everything that is wrong with it
   */
  public static List<Scenario> read(String file) {
    return read(file, SourceReader.read(file, Path.of(file)));
  }

  /**
   * Reads the scenarios of a file that may hold other things, too.
   *
   * @return none if it holds no scenario, also where it is malformed and does not name the format
   * @throws InvalidInputException with everything that is wrong with it
   */
  public static List<Scenario> find(String file) {
    List<SourceDocument> documents;
    try {
      documents = SourceReader.read(file, Path.of(file));
    } catch (InvalidInputException malformed) {
      if (namesFormat(file)) {
        throw malformed;
      }
      return List.of();
    }
    List<SourceDocument> own = documents.stream().filter(ScenarioReader::isScenario).toList();
    return own.isEmpty() ? List.of() : read(file, own);
  }

  private static boolean isScenario(SourceDocument document) {
    boolean ownGroup =
        document.apiVersion().isEmpty() || document.apiVersion().startsWith(OWN_GROUP);
    return document.kind().equals(ScenarioShape.KIND) && ownGroup;
  }

  /** Whether the bytes of a file that cannot be read otherwise have the name of the format. */
  private static boolean namesFormat(String file) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(ScenarioShape.API_VERSION);
    } catch (IOException unreadable) {
      return true;
    }
  }

  /**
   * Reads documents that have to be scenarios.
   *
   * @param file the file as the user named it
   * @throws InvalidInputException with everything that is wrong with them
   */
  public static List<Scenario> read(String file, List<SourceDocument> documents) {
    if (documents.isEmpty()) {
      throw new InvalidInputException(
          Problem.ofFile(file, "is empty; a scenario begins with apiVersion: kubehop/v1"));
    }
    Problems problems = new Problems();
    List<Scenario> scenarios = new ArrayList<>();
    documents.forEach(document -> decode(document, problems).ifPresent(scenarios::add));
    if (!problems.isEmpty()) {
      throw new InvalidInputException(inOrder(file, problems));
    }
    return scenarios;
  }

  /** Decodes a document; absent, and problems, if it is not a proper scenario. */
  static Optional<Scenario> decode(SourceDocument document, Problems problems) {
    int before = problems.size();
    Value root = Value.of(document.root(), "", problems);
    Optional<ScenarioShape.Draft> draft = ScenarioShape.read(root);
    if (draft.isEmpty()) {
      return Optional.empty();
    }
    List<LoadedObject> objects = objects(draft.get(), root);
    Scenario scenario =
        new Scenario(
            document.file(),
            draft.get().metadata().name(),
            draft.get().metadata().description(),
            draft.get().cluster(),
            objects,
            draft.get().steps());
    StartChecks.check(scenario, document.root(), problems);
    if (onlyStepsAreWrong(problems.list().subList(before, problems.size()))) {
      new References(scenario, root).check();
      StepOrder.check(scenario, root);
    }
    return problems.size() == before ? Optional.of(scenario) : Optional.empty();
  }

  private static List<LoadedObject> objects(ScenarioShape.Draft draft, Value root) {
    ManifestLoader loader = new ManifestLoader();
    draft.manifests().forEach(item -> FileShapes.add(item, loader));
    draft.objects().forEach(item -> FileShapes.add(item, loader));
    return FileShapes.load(loader, root).orElse(List.of());
  }

  private static boolean onlyStepsAreWrong(List<Problem> problems) {
    return problems.stream().allMatch(problem -> problem.path().startsWith("steps["));
  }

  /** The problems of the file itself in order of place, then those of the files that it names. */
  private static List<Problem> inOrder(String file, Problems problems) {
    List<Problem> own = new ArrayList<>();
    List<Problem> others = new ArrayList<>();
    problems.list().forEach(p -> (p.position().file().equals(file) ? own : others).add(p));
    own.sort(BY_PLACE);
    own.addAll(others);
    return own;
  }
}
