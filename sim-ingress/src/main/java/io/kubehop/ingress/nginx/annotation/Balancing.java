package io.kubehop.ingress.nginx.annotation;

/**
 * How the endpoints of a backend are chosen.
 *
 * @param algorithm {@code load-balance}: {@code round_robin} or {@code ewma}
 * @param hashBy {@code upstream-hash-by}, with nginx' variables; empty: no hashing
 * @param hashBySubset whether a hash chooses a group of endpoints
 * @param subsetSize how many endpoints such a group has
 * @param serviceUpstream whether the Service's address is called in place of endpoints
 * @param affinity how clients keep their pod
 */
public record Balancing(
    String algorithm,
    String hashBy,
    boolean hashBySubset,
    int subsetSize,
    boolean serviceUpstream,
    SessionAffinity affinity) {
  /** Endpoints in turn. */
  public static final Balancing DEFAULT =
      new Balancing("round_robin", "", false, 3, false, SessionAffinity.NONE);

  static Balancing read(AnnotationReader reader) throws InvalidAnnotationException {
    int size = reader.requireNumber("upstream-hash-by-subset-size");
    boolean global = reader.settings().flag("service-upstream", false);
    return new Balancing(
        reader.textOr("load-balance", reader.settings().text("load-balance", "round_robin")),
        reader.requireText("upstream-hash-by").orElse(""),
        reader.requireFlag("upstream-hash-by-subset"),
        size == 0 ? 3 : size,
        reader.isGiven("service-upstream") ? reader.flagOr("service-upstream", false) : global,
        SessionAffinity.read(reader));
  }
}
