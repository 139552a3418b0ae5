package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartTest {
  private static final String MANIFESTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: cart}}
        template:
          metadata: {labels: {app: cart}}
          spec:
            containers: [{name: cart, image: cart, ports: [{containerPort: 8080}]}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec:
        clusterIP: 10.96.0.12
        selector: {app: cart}
        ports: [{port: 80, targetPort: 8080}]
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-0, namespace: shop}
      spec:
        containers: [{name: web, image: web}]
      """;

  @Test
  void theCartIsReachedFromTheWeb() {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(MANIFESTS);

    Connection connection = cluster.send("pod/shop/web-0", "tcp://10.96.0.12:80");

    assertEquals(Outcome.DELIVERED, connection.outcome(), connection::toString);
    assertEquals(List.of("shop/cart-0", "shop/cart-1"), connection.pods());
  }
}
