package io.kubehop.testkit;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;

/**
 * Collects all failures of several assertions, AssertJ's own among them:
 *
 * <pre>{@code
 * KubeHopSoftAssertions.assertSoftlyThat(
 *     softly -> {
 *       softly.assertThat(cluster.send("pod/shop/web-0", "http://cart/")).isDelivered();
 *       softly.assertThat(cluster.send("external/203.0.113.7", "http://shop.example.com/")).hasStatus(200);
 *     });
 * }</pre>
 */
public class KubeHopSoftAssertions extends SoftAssertions {

  /** Begins without any failure. */
  public KubeHopSoftAssertions() {}

  /** Begins assertions about a connection. */
  public ConnectionAssert assertThat(Connection actual) {
    return proxy(ConnectionAssert.class, Connection.class, actual);
  }

  /** Begins assertions about everything that a cluster offers. */
  public ClusterAssert assertThat(ClusterSimulation actual) {
    return proxy(ClusterAssert.class, ClusterSimulation.class, actual);
  }

  /** Begins assertions about who reaches what. */
  public ReachabilityAssert assertThat(Reachability actual) {
    return proxy(ReachabilityAssert.class, Reachability.class, actual);
  }

  /** Runs assertions, and fails with all failures together. */
  public static void assertSoftlyThat(Consumer<KubeHopSoftAssertions> assertions) {
    KubeHopSoftAssertions softly = new KubeHopSoftAssertions();
    assertions.accept(softly);
    softly.assertAll();
  }
}
