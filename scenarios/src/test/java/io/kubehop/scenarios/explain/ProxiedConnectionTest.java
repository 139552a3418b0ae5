package io.kubehop.scenarios.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cluster.TraceDepth;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxiedConnectionTest {
  private static final String SHOP =
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: nginx}
      spec: {controller: k8s.io/ingress-nginx}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: web, ports: [{containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: shop, namespace: shop}
      spec:
        ingressClassName: nginx
        rules:
        - host: shop.example.com
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            - {path: /gone, pathType: Prefix, backend: {service: {name: gone, port: {number: 80}}}}
      """;

  private final ClusterSimulation cluster = ClusterSimulation.fromYaml(SHOP);

  @Test
  void a_host_of_an_ingress_is_called_from_outside_unless_somebody_says_otherwise() {
    assertThat(cluster.defaultSource(Destination.parse("http://shop.example.com/")))
        .hasToString("external/198.51.100.10");
  }

  @Test
  void the_trace_shows_both_connections_and_the_choice_between_them() {
    Connection connection = send("http://shop.example.com/cart");

    assertThat(connection.outcome()).as(connection.toString()).isEqualTo(Outcome.DELIVERED);
    assertThat(connection.toString())
        .containsSubsequence(
            "external/198.51.100.10",
            "SYN (connect)",
            "load-balancer",
            "ingress-nginx  server shop.example.com: an exact name fits",
            "location /gone/ Prefix of Ingress/shop/shop spec.rules[0].http.paths[1] (<text> line 31):"
                + " does not match",
            "location / Prefix of Ingress/shop/shop spec.rules[0].http.paths[0] (<text> line 30):"
                + " chosen",
            "backend shop/web:80",
            "SYN (ingress-nginx)",
            "pod/shop/web-",
            "Result   delivered to");
  }

  @Test
  void a_service_that_does_not_exist_is_named() {
    assertThat(send("http://shop.example.com/gone").toString())
        .contains(
            "Stopped  answered with status 503\n         there is no Service shop/gone\nNext     create it");
  }

  @Test
  void a_service_without_ready_endpoints_is_looked_into() {
    cluster.ready("shop/web-0", false).ready("shop/web-1", false);

    assertThat(send("http://shop.example.com/").toString())
        .contains(
            "Stopped  answered with status 503\n         Service shop/web (<text> line 16) has no ready")
        .contains("Next     make one of them ready");
  }

  @Test
  void every_way_has_a_trace_of_its_own() {
    Connection connection =
        cluster.send(
            Request.of("external/198.51.100.10", "http://shop.example.com/"),
            new TraceDepth(false, true));

    assertThat(connection.ways()).hasSize(2);
    for (Way way : connection.ways()) {
      List<String> hosts = way.hops().stream().map(hop -> hop.place().host()).distinct().toList();
      String pod = "pod/" + way.ending().pod().orElseThrow();
      assertThat(hosts).contains("pod/ingress-nginx/ingress-nginx-controller", pod);
      assertThat(hosts).filteredOn(host -> host.startsWith("pod/shop/")).containsExactly(pod);
    }
  }

  private Connection send(String url) {
    return cluster.send("external/198.51.100.10", url);
  }
}
