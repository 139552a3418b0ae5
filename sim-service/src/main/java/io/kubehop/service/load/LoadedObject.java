package io.kubehop.service.load;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Position;
import io.kubehop.service.source.Problem;
import io.kubehop.service.source.SourceMapping;

/**
 * An object and where it comes from. The source lives as long as the simulation, so that every
 * message can name the line that says so.
 *
 * @param object the object
 * @param source the tree it was read from
 * @param path where that tree is in its document, such as {@code items[2]} of a List or {@code
 *     objects[0]} of a scenario; empty where the object is the document
 */
public record LoadedObject(KubeObject object, SourceMapping source, String path) {

  /** Returns where the object begins. */
  public Position position() {
    return source.position();
  }

  /**
   * Returns where a field was written.
   *
   * @param fieldPath the field, such as {@code spec.ports[0].nodePort}; where it was left out, the
   *     place of its map
   */
  public Position position(String fieldPath) {
    return FieldPath.position(source, fieldPath);
  }

  /** Returns the problem that something is wrong with a field. */
  public Problem problem(String fieldPath, String message) {
    return new Problem(position(fieldPath), FieldPath.join(path, fieldPath), message);
  }
}
