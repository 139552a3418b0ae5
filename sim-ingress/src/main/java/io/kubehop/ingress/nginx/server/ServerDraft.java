package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server while the configuration is being made. */
final class ServerDraft {
  final String host;
  final List<LocationDraft> locations = new ArrayList<>();
  List<String> aliases = List.of();
  Optional<Certificate> certificate = Optional.empty();
  boolean redirectsFromToWww;

  ServerDraft(String host) {
    this.host = host;
  }

  /** The first location with a path; a further one with another kind may follow it. */
  @Nullable LocationDraft first(String path) {
    for (LocationDraft location : locations) {
      if (location.path.equals(path)) {
        return location;
      }
    }
    return null;
  }
}
