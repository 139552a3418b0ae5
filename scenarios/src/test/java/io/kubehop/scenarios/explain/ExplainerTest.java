package io.kubehop.scenarios.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.ClusterSimulation;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
      spec: {nodeName: node-b, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      ---
      """;

  @Test
  void a_selector_that_selects_nothing() {
    assertThat(explain("selector: {app: carts}", 80))
        .contains(
            "Service shop/cart (<text> line 6) selects no Pod: none in namespace shop has the labels"
                + " app=carts\n"
                + "Next     correct spec.selector (<text> line 9), or the labels of the Pods");
  }

  @Test
  void a_port_that_the_service_does_not_have() {
    assertThat(explain("selector: {app: cart}", 81))
        .contains("Service shop/cart (<text> line 6) has no port 81/TCP; it has 80/TCP");
  }

  @Test
  void a_target_port_on_which_nothing_listens() {
    assertThat(explain("selector: {app: cart}", 80))
        .contains("Stopped  refused by pod/shop/cart-0: nothing listens on tcp 10.244.1.2:80")
        .contains("set spec.ports[0].targetPort (<text> line 9) to 8080");
  }

  @Test
  void a_target_port_by_a_name_that_no_container_has() {
    assertThat(explain("selector: {app: cart}, ports: [{port: 80, targetPort: http}]", 80))
        .contains("selects cart-0, but none has a container port named \"http\"");
  }

  @Test
  void a_service_without_selector_and_slices() {
    assertThat(explain("sessionAffinity: None", 80))
        .contains("has no selector, and no EndpointSlice with port \"\"");
  }

  @Test
  void pods_that_are_not_ready() {
    ClusterSimulation cluster = cluster("selector: {app: cart}");
    cluster.ready("shop/cart-0", false);

    assertThat(cluster.send("node/node-a", "tcp://10.96.0.12:80").toString())
        .contains("has no ready endpoint:\n")
        .contains("10.244.1.2  not ready  Pod shop/cart-0 (<text> line 1)");
  }

  @Test
  void a_policy_that_keeps_to_a_node_without_endpoint() {
    assertThat(
            explain(
                "selector: {app: cart}, internalTrafficPolicy: Local, ports: [{port: 80, targetPort:"
                    + " 8080}]",
                80))
        .contains("has internalTrafficPolicy Local; its endpoints are on node-b")
        .contains("Next     run a Pod of it on the client's node");
  }

  @Test
  void an_address_that_nobody_has() {
    String text =
        cluster("selector: {app: cart}").send("node/node-a", "tcp://10.99.9.9:80").toString();

    assertThat(text).contains("no Service, Pod or node has the address 10.99.9.9");
  }

  @Test
  void a_port_that_a_pod_does_not_declare() {
    String text =
        cluster("selector: {app: cart}").send("node/node-a", "tcp://10.244.1.2:81").toString();

    assertThat(text).contains("Pod shop/cart-0 (<text> line 1) declares 8080/TCP");
  }

  private static String explain(String spec, int port) {
    return cluster(spec).send("node/node-a", "tcp://10.96.0.12:" + port).toString();
  }

  private static ClusterSimulation cluster(String spec) {
    String ports = spec.contains("ports:") ? "" : ", ports: [{port: 80}]";
    return ClusterSimulation.fromYaml(
        POD
            + """
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec: {clusterIP: 10.96.0.12, %s%s}
            """
                .formatted(spec, ports));
  }
}
