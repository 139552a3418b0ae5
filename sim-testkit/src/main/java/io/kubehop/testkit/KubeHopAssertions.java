package io.kubehop.testkit;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;

/**
 * Assertions about clusters, in the manner of AssertJ, beside whose own {@code assertThat} these
 * can be imported:
 *
 * <pre>{@code
 * import static io.kubehop.testkit.KubeHopAssertions.assertThat;
 * import static io.kubehop.testkit.KubeHopAssertions.pod;
 *
 * assertThat(cluster.send("pod/shop/web-0", "http://cart/")).isDeliveredTo(pod("shop/cart"));
 * }</pre>
 */
public final class KubeHopAssertions {
  private KubeHopAssertions() {}

  /** Begins assertions about a connection. */
  public static ConnectionAssert assertThat(Connection actual) {
    return new ConnectionAssert(actual);
  }

  /** Begins assertions about everything that a cluster offers. */
  public static ClusterAssert assertThat(ClusterSimulation actual) {
    return new ClusterAssert(actual);
  }

  /** Begins assertions about who reaches what. */
  public static ReachabilityAssert assertThat(Reachability actual) {
    return new ReachabilityAssert(actual);
  }

  /**
   * A Pod, or any Pod of a workload.
   *
   * @param name {@code NAMESPACE/NAME} of a Pod, or of a Deployment, ReplicaSet, StatefulSet or Job
   *     whose Pods have an ordinal or the usual random letters behind it; {@code *} stands for
   *     anything
   */
  public static Endpoint pod(String name) {
    return Endpoint.pod(name);
  }

  /** An address and port, such as {@code 10.244.0.7:8080}. */
  public static Endpoint address(String address) {
    return Endpoint.address(address);
  }
}
