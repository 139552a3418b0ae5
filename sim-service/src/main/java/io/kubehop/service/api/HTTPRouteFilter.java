package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done to a request or its answer on the way (HTTPRouteFilter of
 * gateway.networking.k8s.io/v1).
 *
 * @param type {@code RequestHeaderModifier}, {@code ResponseHeaderModifier}, {@code
 *     RequestRedirect}, {@code URLRewrite} …
 * @param headers the change of header fields, for the first two
 * @param redirect the redirect, for the third
 * @param rewrite the rewrite, for the fourth
 */
public record HTTPRouteFilter(
    String type,
    Optional<HeaderChange> headers,
    Optional<Redirect> redirect,
    Optional<Rewrite> rewrite) {

  /**
   * A change of header fields.
   *
   * @param set fields that replace those of their names
   * @param add fields that are added to those of their names
   * @param remove names of fields that go
   */
  public record HeaderChange(
      Map<String, String> set, Map<String, String> add, List<String> remove) {
    /** Copies the collections. */
    public HeaderChange {
      set = ImmutableMap.copyOf(set);
      add = ImmutableMap.copyOf(add);
      remove = List.copyOf(remove);
    }
  }

  /**
   * A redirect. What is empty, absent or 0 is as in the request.
   *
   * @param status the status, 302 unless it says otherwise
   */
  public record Redirect(
      String scheme, String hostname, Optional<PathChange> path, int port, int status) {}

  /** A rewrite. What is empty or absent is as in the request. */
  public record Rewrite(String hostname, Optional<PathChange> path) {}

  /**
   * A change of the path.
   *
   * @param whole whether the whole path is replaced; otherwise the prefix that matched
   * @param value what takes its place
   */
  public record PathChange(boolean whole, String value) {}
}
