package io.kubehop.testkit.property;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.testkit.Manifests;
import java.util.List;

/**
 * A cluster, drawn at random and always valid: what refers to another part counts around its
 * number, so that it still refers to one however much shrinking takes away.
 *
 * @param nodes how many nodes; two are those that a cluster without Node objects has
 * @param services the Services with their Pods
 * @param routes the rules of its Ingress; none: it has no Ingress
 */
public record GeneratedCluster(
    int nodes, List<GeneratedService> services, List<GeneratedRoute> routes) {

  /** Copies the lists. */
  public GeneratedCluster {
    services = List.copyOf(services);
    routes = List.copyOf(routes);
  }

  /** Its manifests. */
  public String yaml() {
    return new ClusterYaml(this).text();
  }

  /** Starts it. */
  public ClusterSimulation start() {
    return new Manifests().yaml(yaml()).start();
  }

  /** Starts it with kube-proxy in a mode, such as {@code ipvs}. */
  public ClusterSimulation start(String mode) {
    return new Manifests().yaml(yaml()).mode(mode).start();
  }

  /** The name of a node, counted around. */
  String node(int number) {
    return "node-" + (char) ('a' + number % nodes);
  }

  /** The name of a Service, counted around. */
  String service(int number) {
    return String.valueOf((char) ('a' + number % services.size()));
  }

  /** The cluster IP of a Service, counted around. */
  String address(int number) {
    return "10.96.1." + (1 + number % services.size());
  }

  /** Its manifests, which is what a failed property should show. */
  @Override
  public String toString() {
    return yaml();
  }
}
