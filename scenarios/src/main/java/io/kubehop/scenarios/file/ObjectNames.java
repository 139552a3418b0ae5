package io.kubehop.scenarios.file;

import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import java.util.Arrays;

/** Reads the names of objects as users write them. */
public final class ObjectNames {
  private ObjectNames() {}

  /**
   * Reads {@code KIND/NAMESPACE/NAME} or {@code KIND/NAME}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static ObjectKey key(String text) {
    String[] parts = text.split("/", -1);
    boolean complete = Arrays.stream(parts).noneMatch(String::isEmpty);
    if (!complete || parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException(
          "\"" + text + "\" names no object; write KIND/NAMESPACE/NAME, or KIND/NAME");
    }
    return parts.length == 2
        ? ObjectKey.ofCluster(parts[0], parts[1])
        : new ObjectKey(parts[0], parts[1], parts[2]);
  }

  /**
   * Reads {@code NAMESPACE/NAME} of a Pod.
   *
   * @throws IllegalArgumentException if the text is something else
   */
  public static ObjectKey pod(String text) {
    String name = text.startsWith("pod/") ? text.substring("pod/".length()) : text;
    int slash = name.indexOf('/');
    if (slash <= 0 || slash == name.length() - 1 || name.indexOf('/', slash + 1) >= 0) {
      throw new IllegalArgumentException("\"" + text + "\" names no Pod; write NAMESPACE/NAME");
    }
    return new ObjectKey(Pod.KIND, name.substring(0, slash), name.substring(slash + 1));
  }
}
