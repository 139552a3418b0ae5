package io.kubehop.testkit.property;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Clusters and what can be asked of them, as jqwik draws and shrinks them:
 *
 * <pre>{@code
 * @Property
 * @Domain(KubeHopDomain.class)
 * void every_ready_endpoint_is_reachable(@ForAll GeneratedCluster cluster) {
 *   Laws.everyReadyEndpointIsReachable(cluster.start());
 * }
 * }</pre>
 *
 * <p>Shrinking drops Services, Pods, routes and changes, and turns settings to their defaults. What
 * is left is a valid cluster at each step, and prints as its manifests.
 */
public class KubeHopDomain extends DomainContextBase {

  /** Begins a domain; jqwik does. */
  public KubeHopDomain() {}

  /** Clusters of one to four nodes and one to three Services. */
  @Provide
  public static Arbitrary<GeneratedCluster> clusters() {
    return Combinators.combine(
            Arbitraries.of(2, 3, 4, 1),
            services().list().ofMinSize(1).ofMaxSize(3),
            routes().list().ofMaxSize(4).uniqueElements(KubeHopDomain::place))
        .as(GeneratedCluster::new);
  }

  /** Services of up to eight Pods. */
  @Provide
  public static Arbitrary<GeneratedService> services() {
    return Combinators.combine(
            Arbitraries.of("TCP", "UDP"),
            flag(),
            flag(),
            flag(),
            flag(),
            endpoints().list().ofMaxSize(8))
        .as(GeneratedService::new);
  }

  /** Pods in every condition. */
  @Provide
  public static Arbitrary<GeneratedEndpoint> endpoints() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3), Arbitraries.of(GeneratedEndpoint.Condition.class))
        .as(GeneratedEndpoint::new);
  }

  /** Rules of an Ingress whose hosts and paths overlap. */
  @Provide
  public static Arbitrary<GeneratedRoute> routes() {
    return Combinators.combine(
            Arbitraries.of("shop.example.com", "www.example.com", "'*.example.com'", ""),
            Arbitraries.of("/", "/cart", "/cart/items", "/login"),
            Arbitraries.of("Prefix", "Exact"),
            Arbitraries.integers().between(0, 2))
        .as(GeneratedRoute::new);
  }

  /** Connections to Services, from inside and outside. */
  @Provide
  public static Arbitrary<GeneratedRequest> requests() {
    return Combinators.combine(
            Arbitraries.integers().between(-1, 3), Arbitraries.integers().between(0, 2))
        .as(GeneratedRequest::new);
  }

  /** Changes and faults. */
  @Provide
  public static Arbitrary<GeneratedChange> changes() {
    return Combinators.combine(
            Arbitraries.of(GeneratedChange.Kind.class),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 7))
        .as(GeneratedChange::new);
  }

  /** Clusters to which up to six things happen. */
  @Provide
  public static Arbitrary<GeneratedRun> runs() {
    return Combinators.combine(clusters(), changes().list().ofMaxSize(6)).as(GeneratedRun::new);
  }

  /** What nginx takes once: another one is a duplicate location, and its configuration fails. */
  private static String place(GeneratedRoute route) {
    return route.pathType() + ' ' + route.host() + route.path();
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(false, true);
  }
}
