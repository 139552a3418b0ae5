package io.kubehop.service.load;

import io.kubehop.service.source.SourceDocument;
import java.util.List;

/**
 * What was found in the inputs, in their order.
 *
 * @param objects the Kubernetes objects
 * @param scenarios the documents of formats of our own ({@code apiVersion: kubehop/…}), undecoded
 */
public record LoadedManifests(List<LoadedObject> objects, List<SourceDocument> scenarios) {

  /** Copies the lists. */
  public LoadedManifests {
    objects = List.copyOf(objects);
    scenarios = List.copyOf(scenarios);
  }
}
