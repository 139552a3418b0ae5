package io.kubehop.scenarios.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.report.CheckText;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterCheckTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
      spec: {nodeName: node-b, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      """;

  @Test
  void every_port_is_tried_from_where_it_can_be_called() {
    List<ProbeResult> results =
        check(
            "type: NodePort, clusterIP: 10.96.0.12, ports: [{name: a, port: 80, targetPort: 8080,"
                + " nodePort: 30080}, {name: b, port: 81, targetPort: 8080, nodePort: 30081}]");

    assertThat(results)
        .extracting(result -> result.probe().request().toString())
        .containsExactly(
            "ip/10.244.0.254 -> tcp://10.96.0.12:80",
            "external/198.51.100.10 -> tcp://192.168.0.2:30080",
            "external/198.51.100.10 -> tcp://192.168.0.3:30080",
            "ip/10.244.0.254 -> tcp://10.96.0.12:81",
            "external/198.51.100.10 -> tcp://192.168.0.2:30081",
            "external/198.51.100.10 -> tcp://192.168.0.3:30081");
    assertThat(results).allMatch(ProbeResult::arrives);
  }

  @Test
  void a_node_without_endpoint_need_not_answer_where_the_policy_is_local() {
    List<ProbeResult> results =
        check(
            "type: NodePort, externalTrafficPolicy: Local, ports: [{port: 80, targetPort: 8080,"
                + " nodePort: 30080}]");

    assertThat(results).extracting(ProbeResult::arrives).containsExactly(true, false, true);
    assertThat(results).noneMatch(ProbeResult::isBad);
  }

  @Test
  void an_ingress_of_a_class_that_does_not_exist_is_bad_though_nothing_can_be_tried() {
    List<ProbeResult> results =
        ClusterSimulation.fromYaml(
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: shop, namespace: shop}
                spec:
                  ingressClassName: nginx
                  defaultBackend: {service: {name: cart, port: {number: 80}}}
                """)
            .check();

    assertThat(results).allMatch(ProbeResult::isBad);
    assertThat(CheckText.of(results))
        .contains("FAIL  Ingress/shop/shop  outside  http://any.example.com/  not tried")
        .contains("there is no IngressClass nginx; nobody serves this Ingress")
        .contains("Next     create the IngressClass, or name one that there is");
  }

  @Test
  void a_rule_that_redirects_does_what_it_should() {
    List<ProbeResult> results =
        ClusterSimulation.fromYaml(
                """
                apiVersion: networking.k8s.io/v1
                kind: IngressClass
                metadata: {name: nginx}
                spec: {controller: k8s.io/ingress-nginx}
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata:
                  name: old
                  namespace: shop
                  annotations: {nginx.ingress.kubernetes.io/permanent-redirect: 'https://new.example.com'}
                spec:
                  ingressClassName: nginx
                  rules:
                  - host: old.example.com
                    http:
                      paths:
                      - path: /
                        pathType: Prefix
                        backend: {service: {name: gone, port: {number: 80}}}
                """)
            .check();

    assertThat(results)
        .filteredOn(result -> result.probe().object().kind().equals("Ingress"))
        .singleElement()
        .matches(ProbeResult::arrives);
    assertThat(CheckText.of(results)).contains("redirected to https://new.example.com");
  }

  @Test
  void what_does_not_arrive_is_explained_once() {
    List<ProbeResult> results =
        check(
            "type: NodePort, selector: {app: carts}, ports: [{port: 80, targetPort: 8080, nodePort:"
                + " 30080}]");

    assertThat(results).allMatch(ProbeResult::isBad);
    assertThat(CheckText.of(results))
        .contains("FAIL  Service/shop/cart  outside  tcp://192.168.0.2:30080  rejected")
        .containsOnlyOnce("selects no Pod")
        .endsWith("0 of 3 as they should be\n");
  }

  @Test
  void the_endpoints_of_a_headless_service_are_called_themselves() {
    assertThat(check("clusterIP: None, ports: [{port: 80, targetPort: 8080}]"))
        .extracting(result -> result.probe().request().destination().toString())
        .containsExactly("tcp://10.244.1.2:8080");
  }

  @Test
  void a_name_for_a_host_outside_is_tried_and_may_fail() {
    assertThat(check("type: ExternalName, externalName: example.com"))
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isEqualTo("unresolved"))
        .satisfies(result -> assertThat(result.isBad()).isFalse());
  }

  private static List<ProbeResult> check(String spec) {
    String selector = spec.contains("selector") ? "" : "selector: {app: cart}, ";
    String service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\nspec: {"
            + selector
            + spec
            + "}\n";
    return ClusterSimulation.fromYaml(POD + "---\n" + service).check();
  }

  @Test
  void an_external_name_is_called_by_name_and_has_to_arrive_where_it_leads_inside() {
    List<ProbeResult> results =
        ClusterSimulation.fromYaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
                spec: {containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: cart, namespace: shop}
                spec: {selector: {app: cart}, ports: [{port: 80, targetPort: 8080}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a-alias, namespace: web}
                spec: {type: ExternalName, externalName: cart.shop.svc.cluster.local}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: b-outside, namespace: web}
                spec: {type: ExternalName, externalName: db.example.com}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: c-wrong, namespace: web}
                spec: {type: ExternalName, externalName: ghost.shop.svc.cluster.local}
                """)
            .check();

    assertThat(results)
        .extracting(result -> result.probe().request().destination() + " " + result.outcome())
        .containsExactly(
            results.get(0).probe().request().destination() + " delivered",
            "tcp://a-alias.web.svc.cluster.local:80 delivered",
            "tcp://b-outside.web.svc.cluster.local:80 unresolved",
            "tcp://c-wrong.web.svc.cluster.local:80 unresolved");
    assertThat(results).extracting(ProbeResult::isBad).containsExactly(false, false, false, true);
  }
}
