package io.kubehop.service.load;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.source.InputFiles;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.PlainTrees;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceNode;
import io.kubehop.service.source.SourceReader;
import io.kubehop.service.source.Value;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Loads manifests from wherever they are:
 *
 * <pre>{@code
 * LoadedManifests manifests =
 *     new ManifestLoader().add("shop/").addText("extra.yaml", yaml).load();
 * }</pre>
 *
 * <p>Each input is read when it is added; what is wrong with it is kept until {@link #load} reports
 * everything at once. An object that is given twice is one object if both are equal, and otherwise
 * a problem that names both places.
 */
public final class ManifestLoader {
  private static final String OWN_FORMATS = "kubehop/";

  private final Problems problems = new Problems();
  private final DistinctObjects objects = new DistinctObjects(problems);
  private final List<SourceDocument> scenarios = new ArrayList<>();

  /** Adds a file, or all manifests in a folder and below, by the name that messages shall use. */
  public ManifestLoader add(String fileOrFolder) {
    guard(() -> InputFiles.of(fileOrFolder)).forEach(this::addFile);
    return this;
  }

  /** Adds a file, or all manifests in a folder and below. */
  public ManifestLoader add(Path fileOrFolder) {
    return add(fileOrFolder.toString());
  }

  /**
   * Adds what a pattern stands for; see {@link InputFiles#matching}.
   *
   * @param folder the folder that the pattern is relative to; empty for the working directory
   */
  public ManifestLoader addMatching(String folder, String pattern) {
    guard(() -> InputFiles.matching(folder, pattern)).forEach(this::addFile);
    return this;
  }

  /** Adds all documents of a stream, such as standard input, which messages call {@code name}. */
  public ManifestLoader addStream(String name, InputStream in) {
    guard(() -> SourceReader.read(name, in)).forEach(this::addDocument);
    return this;
  }

  /** Adds all documents of a text, which messages call {@code name}. */
  public ManifestLoader addText(String name, String text) {
    guard(() -> SourceReader.read(name, text)).forEach(this::addDocument);
    return this;
  }

  /** Adds a document. */
  public ManifestLoader addDocument(SourceDocument document) {
    if (document.apiVersion().startsWith(OWN_FORMATS)) {
      scenarios.add(document);
      return this;
    }
    return addNode(document.root(), "");
  }

  /** Adds an object, or a List of them, that stands at a path inside of another document. */
  public ManifestLoader addNode(SourceNode node, String path) {
    ObjectDecoder.decode(Value.of(node, path, problems)).forEach(objects::add);
    return this;
  }

  /**
   * Adds a Java object: YAML or JSON in a {@code CharSequence}, a {@code Path}, a {@code Map} of
   * plain values, a {@link KubeObject}, or an {@code Iterable} of these.
   *
   * @throws IllegalArgumentException if it is something else; see {@link #addObject(Object,
   *     Function)}
   */
  public ManifestLoader addObject(Object object) {
    if (object instanceof CharSequence text) {
      return addText("<text>", text.toString());
    }
    if (object instanceof KubeObject own) {
      return addNode(ObjectPrinter.tree(own, Optional.empty()), "");
    }
    if (object instanceof Map<?, ?> map) {
      return addNode(PlainTrees.of(map), "");
    }
    if (object instanceof Path path) {
      return add(path);
    }
    if (object instanceof Iterable<?> several) {
      several.forEach(this::addObject);
      return this;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "a %s is no text, map, path or list; give the function that turns it into YAML or JSON",
            object.getClass().getName()));
  }

  /**
   * Adds an object of whatever library, by way of the text that the library makes of it, such as
   * {@code Serialization::asYaml} of fabric8 or {@code Yaml::dump} of the official client.
   */
  public <T> ManifestLoader addObject(T object, Function<? super T, String> serializer) {
    return addText("<text>", serializer.apply(object));
  }

  /**
   * Returns everything that was added.
   *
   * @throws InvalidInputException if anything was wrong with it
   */
  public LoadedManifests load() {
    problems.throwIfAny();
    return new LoadedManifests(objects.list(), scenarios);
  }

  private void addFile(String name) {
    guard(() -> SourceReader.read(name, Path.of(name))).forEach(this::addDocument);
  }

  private <T> List<T> guard(Supplier<List<T>> reading) {
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return List.of();
    }
  }
}
