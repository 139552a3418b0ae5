package io.kubehop.ingress.nginx.annotation;

import java.util.List;

/**
 * How many requests and connections one client may have (annotations/ratelimit). One zone counts
 * for all paths of the Ingress.
 *
 * @param zone what the counters belong to: the Ingress; empty: nothing is limited
 * @param connections requests at the same time; 0: any number
 * @param perSecond requests per second; 0: any number
 * @param perMinute requests per minute; 0: any number
 * @param burstMultiplier how many times the limit may come at once
 * @param exempt clients that are not limited
 */
public record RateLimit(
    String zone,
    int connections,
    int perSecond,
    int perMinute,
    int burstMultiplier,
    SourceRanges exempt) {
  /** No limit. */
  public static final RateLimit NONE = new RateLimit("", 0, 0, 0, 0, SourceRanges.NONE);

  static RateLimit read(AnnotationReader reader) throws InvalidAnnotationException {
    int perMinute = reader.requireNumber("limit-rpm");
    int perSecond = reader.requireNumber("limit-rps");
    int connections = reader.requireNumber("limit-connections");
    String exempt = reader.requireText("limit-allowlist").orElse("");
    if (perMinute == 0 && perSecond == 0 && connections == 0) {
      return NONE;
    }
    return new RateLimit(
        reader.ingress().key().namespacedName(),
        connections,
        perSecond,
        perMinute,
        reader.numberOr("limit-burst-multiplier", 5),
        SourceRanges.parse(List.of(exempt.split(",", -1))));
  }

  /** Whether anything is limited. */
  public boolean isActive() {
    return !zone.isEmpty();
  }
}
