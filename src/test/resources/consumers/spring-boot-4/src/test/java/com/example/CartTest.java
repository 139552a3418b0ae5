package com.example;

import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static io.kubehop.testkit.KubeHopAssertions.pod;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.testkit.KubeHop;
import io.kubehop.testkit.KubeHopSoftAssertions;
import io.kubehop.testkit.Laws;
import io.kubehop.testkit.Manifests;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import io.kubernetes.client.openapi.models.V1ServiceSpec;
import org.junit.jupiter.api.Test;

@KubeHop(yaml = CartTest.MANIFESTS)
class CartTest {
  static final String MANIFESTS =
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
  void theCartIsReachedFromTheWeb(ClusterSimulation cluster) {
    assertThat(cluster.send("pod/shop/web-0", "http://cart/"))
        .isDeliveredTo(pod("shop/cart"))
        .preservesClientAddress()
        .passes("KUBE-SVC-*");
  }

  @Test
  void theLawsHold(ClusterSimulation cluster) {
    Laws.everyReadyEndpointIsReachable(cluster);
  }

  @Test
  void softAssertionsWork(ClusterSimulation cluster) {
    KubeHopSoftAssertions.assertSoftlyThat(
        softly ->
            softly.assertThat(cluster.send("node/node-a", "tcp://10.96.0.12:80")).isDelivered());
  }

  @Test
  void objectsOfTheOfficialClientAreTaken() {
    V1Service service =
        new V1Service()
            .apiVersion("v1")
            .kind("Service")
            .metadata(new V1ObjectMeta().name("other").namespace("shop"))
            .spec(
                new V1ServiceSpec()
                    .putSelectorItem("app", "cart")
                    .addPortsItem(new V1ServicePort().port(81).targetPort(new IntOrString(8080))));
    ClusterSimulation cluster = new Manifests().yaml(MANIFESTS).objects(service).start();

    assertThat(cluster.send("pod/shop/web-0", "tcp://other:81")).isDeliveredTo(pod("shop/cart"));
  }
}
