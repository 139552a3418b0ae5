package io.kubehop.service.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Paths of fields as the API server writes them: {@code spec.ports[0].nodePort}, {@code
 * metadata.labels[app.kubernetes.io/name]}. When a path is followed, a name with dots may also
 * stand without brackets: {@code metadata.labels.app.kubernetes.io/name}.
 */
public final class FieldPath {
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_$-]+");

  private FieldPath() {}

  /** Returns the path of a field of the map at a path. */
  public static String child(String path, String name) {
    if (!SIMPLE.matcher(name).matches()) {
      return path + "[" + name + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Returns a path below another one; either may be empty. */
  public static String join(String path, String below) {
    boolean dot = !path.isEmpty() && !below.isEmpty() && !below.startsWith("[");
    return path + (dot ? "." : "") + below;
  }

  /** Returns the value at a path; absent if there is none. */
  public static Optional<SourceNode> find(SourceNode root, String path) {
    Walk walk = new Walk(root);
    walk.follow(root, path);
    return Optional.ofNullable(walk.found);
  }

  /**
   * Returns where the value at a path was written, or where that part of the path was that comes
   * nearest: of a field that was left out, its map.
   */
  public static Position position(SourceNode root, String path) {
    Walk walk = new Walk(root);
    walk.follow(root, path);
    return walk.nearest.position();
  }
}
