package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.service.api.ObjectKey;
import java.util.Optional;

/**
 * One location block of a server.
 *
 * @param path its text
 * @param kind how the text is compared, unless the server is in regex mode
 * @param rulePath the path of the rule it was made from; {@code /} where there is none
 * @param upstream the name of the upstream that requests are passed to
 * @param errorUpstream the name of the upstream that answers errors
 * @param ingress the Ingress whose annotations hold here; absent where no Ingress made it
 * @param rule the rule it was made from; absent for the one that answers where no rule fits
 * @param annotations what holds for its requests
 */
public record Location(
    String path,
    PathKind kind,
    String rulePath,
    String upstream,
    String errorUpstream,
    Optional<ObjectKey> ingress,
    Optional<RuleRef> rule,
    IngressAnnotations annotations) {

  /** Returns this location with another path and kind. */
  Location as(String otherPath, PathKind otherKind) {
    return new Location(
        otherPath, otherKind, rulePath, upstream, errorUpstream, ingress, rule, annotations);
  }

  /** Whether its path is rewritten to something else (needsRewrite). */
  public boolean needsRewrite() {
    String target = annotations.rewrite().target();
    return !target.isEmpty() && !target.equals(path);
  }

  /** Whether it turns all locations of its server into expressions. */
  public boolean enforcesRegex() {
    return needsRewrite() || annotations.rewrite().useRegex();
  }

  /** Whether its requests are passed on at all. */
  public boolean isAllowed() {
    return annotations.denied().isEmpty();
  }

  /** {@code /cart Prefix of Ingress/shop/web spec.rules[0].http.paths[1]}. */
  @Override
  public String toString() {
    String origin =
        rule.map(Object::toString)
            .or(() -> ingress.map(key -> key + ", made for paths without a rule"))
            .orElse("the controller itself");
    return path + " " + kind + " of " + origin;
  }
}
