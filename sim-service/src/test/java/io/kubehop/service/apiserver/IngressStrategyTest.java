package io.kubehop.service.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.api.Ingress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngressStrategyTest {
  private static final String CLASS =
      """
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata: {name: nginx, annotations: {ingressclass.kubernetes.io/is-default-class: 'true'}}
      spec: {controller: k8s.io/ingress-nginx}
      """;
  private static final String INGRESS =
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
      """;

  private static Optional<String> classOf(TestCluster cluster) {
    return cluster
        .controlPlane
        .apiServer()
        .find(Ingress.class, TestCluster.key("Ingress/default/web"))
        .orElseThrow()
        .spec()
        .ingressClassName();
  }

  @Test
  void ingressWithoutClassGetsTheDefaultOne() {
    assertThat(classOf(new TestCluster().start(INGRESS, CLASS))).contains("nginx");
  }

  @Test
  void annotationCountsAsAClass() {
    String annotated =
        INGRESS.replace(
            "{name: web}", "{name: web, annotations: {kubernetes.io/ingress.class: x}}");

    assertThat(classOf(new TestCluster().start(annotated, CLASS))).isEmpty();
  }

  @Test
  void withoutDefaultClassItHasNone() {
    assertThat(classOf(new TestCluster().start(INGRESS))).isEmpty();
  }
}
