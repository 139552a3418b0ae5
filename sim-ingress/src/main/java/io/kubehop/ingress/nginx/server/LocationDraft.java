package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.service.api.ObjectKey;
import java.util.Optional;

/** A location while the configuration is being made. */
final class LocationDraft {
  final String path;
  final PathKind kind;

  /** Whether it answers only until a rule for {@code /} takes its place. */
  boolean automatic;

  String upstream;
  String errorUpstream = Upstream.DEFAULT;
  Optional<ObjectKey> ingress = Optional.empty();
  Optional<RuleRef> rule = Optional.empty();
  IngressAnnotations annotations;

  LocationDraft(String path, PathKind kind, String upstream, IngressAnnotations annotations) {
    this.path = path;
    this.kind = kind;
    this.upstream = upstream;
    this.annotations = annotations;
  }

  void take(ServedIngress served, RuleRef by, String newUpstream) {
    automatic = false;
    upstream = newUpstream;
    ingress = Optional.of(served.ingress().key());
    rule = Optional.of(by);
    annotations = served.annotations();
  }

  Location finish() {
    return new Location(path, kind, path, upstream, errorUpstream, ingress, rule, annotations);
  }
}
