package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.load.LoadedManifests;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceDocument;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A cluster without steps, from manifests, folders, standard input and scenario files, of which the
 * cluster and the objects count.
 */
public final class ManifestInputs {
  private static final SourceNode NOWHERE = SourceMapping.of(ImmutableMap.<String, SourceNode>of());

  private final ManifestLoader loader = new ManifestLoader();

  /** Makes inputs without any file. */
  public ManifestInputs() {}

  /** Adds a file, or all manifests of a folder. */
  public ManifestInputs add(String fileOrFolder) {
    loader.add(fileOrFolder);
    return this;
  }

  /** Adds a stream, such as standard input, which messages call {@code name}. */
  public ManifestInputs addStream(String name, InputStream in) {
    loader.addStream(name, in);
    return this;
  }

  /** Adds a text, which messages call {@code name}. */
  public ManifestInputs addText(String name, String text) {
    loader.addText(name, text);
    return this;
  }

  /** Adds Java objects; see {@link ManifestLoader#addObject(Object)}. */
  public ManifestInputs addObject(Object object) {
    loader.addObject(object);
    return this;
  }

  /**
   * Reads everything that was added.
   *
   * @throws InvalidInputException with everything that is wrong with it
   */
  public Scenario load() {
    LoadedManifests loaded = loader.load();
    Problems problems = new Problems();
    ClusterSpec cluster = ClusterSpec.DEFAULT;
    Optional<Scenario> first = Optional.empty();
    for (SourceDocument document : loaded.scenarios()) {
      Optional<Scenario> scenario = ScenarioReader.decode(document, problems);
      if (scenario.isPresent()) {
        cluster = agree(first, scenario.get(), problems);
        first = first.or(() -> scenario);
        scenario.get().objects().forEach(each -> loader.addNode(each.source(), each.path()));
      }
    }
    problems.throwIfAny();
    List<LoadedObject> objects = loader.load().objects();
    Scenario together = new Scenario("", "", "", cluster, objects, List.of());
    StartChecks.check(together, NOWHERE, problems);
    problems.throwIfAny();
    return together;
  }

  private static ClusterSpec agree(Optional<Scenario> first, Scenario other, Problems problems) {
    if (first.isPresent() && !first.get().cluster().equals(other.cluster())) {
      problems.add(
          Position.ofFile(other.file()),
          "cluster",
          "differs from that of " + first.get().file() + "; give one of the two");
    }
    return first.map(Scenario::cluster).orElse(other.cluster());
  }
}
