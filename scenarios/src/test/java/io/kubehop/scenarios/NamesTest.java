package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.connection.Connection;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final String CART =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web-0, namespace: shop}
      spec: {containers: [{name: c, image: x}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-1, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, clusterIP: 10.96.0.12, ports: [{port: 80, targetPort: 8080}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: carts, namespace: shop}
      spec: {selector: {app: cart}, clusterIP: None, ports: [{port: 8080}]}
      """;

  private final ClusterSimulation cluster = ClusterSimulation.fromYaml(CART);

  @Test
  void a_pod_resolves_a_service_of_its_namespace() {
    LookupResult result = cluster.resolve("pod/shop/web-0", "cart", "A");

    assertThat(LookupResult.texts(result.answers()))
        .containsExactly("cart.shop.svc.cluster.local. 5 IN A 10.96.0.12");
    assertThat(result.queries()).containsExactly("cart.shop.svc.cluster.local.");
  }

  @Test
  void a_node_does_not_know_the_names_of_the_cluster() {
    LookupResult result = cluster.resolve("node/node-a", "cart.shop.svc.cluster.local", "A");

    assertThat(result.rcodeText()).isEqualTo("NXDOMAIN");
  }

  @Test
  void a_connection_by_name_goes_where_the_address_would() {
    Connection connection = cluster.send("pod/shop/web-0", "http://cart/");

    assertThat(connection.outcome()).as(connection.toString()).isEqualTo(Outcome.DELIVERED);
    assertThat(connection.pods()).containsExactly("shop/cart-0", "shop/cart-1");
    assertThat(connection.toString()).contains("resolve", "[10.96.0.12]", "KUBE-SERVICES");
  }

  @Test
  void each_address_of_a_headless_service_is_first_as_often_as_the_others() {
    Connection connection = cluster.send("pod/shop/web-0", "tcp://carts:8080");

    assertThat(connection.distribution().values()).containsExactly(0.5, 0.5);
    assertThat(connection.distribution()).containsKey(SocketAddress.parse("10.244.0.3:8080"));
    assertThat(connection.sourceNAT()).containsExactly(false);
  }

  @Test
  void a_name_that_nobody_has_is_unresolved_and_the_right_one_is_named() {
    Connection connection = cluster.send("pod/shop/web-0", "http://cart.other/");

    assertThat(connection.outcome()).isEqualTo(Outcome.UNRESOLVED);
    assertThat(connection.toString()).contains("NXDOMAIN", "cart.shop");
  }

  @Test
  void a_dns_that_nobody_gave_is_deployed_for_the_first_look_up_only() {
    assertThat(cluster.get("services").toString()).doesNotContain("kube-dns");

    cluster.resolve("pod/shop/web-0", "cart", "A");

    assertThat(cluster.get("services").toString()).contains("kube-dns");
  }

  @Test
  void without_endpoints_of_its_service_nothing_resolves() {
    cluster.resolve("pod/shop/web-0", "cart", "A");
    cluster.delete("Pod/kube-system/coredns-built-in");
    cluster.advance(Duration.ofMinutes(1));

    assertThat(cluster.resolve("pod/shop/web-0", "cart", "A").rcode()).isNull();
    assertThat(cluster.send("pod/shop/web-0", "http://cart/").outcome())
        .isEqualTo(Outcome.UNRESOLVED);
  }

  @Test
  void what_a_name_costs_is_part_of_the_trace() {
    Connection connection = cluster.send("pod/shop/web-0", "http://cart.shop/");

    assertThat(connection.toString())
        .contains("4 questions, 2 of them in vain; \"cart.shop.svc.cluster.local.\"");
  }

  @Test
  void the_built_in_dns_changes_nobodys_address_and_nobodys_share() {
    String more =
        CART.replace("cart-", "late-")
            .replace("web-0", "web-1")
            .replace("name: cart", "name: late")
            .replace("10.96.0.12", "10.96.0.13");
    ClusterSimulation plain = ClusterSimulation.fromYaml(CART);
    plain.get("");
    plain.apply(more);
    cluster.resolve("pod/shop/web-0", "cart", "A");
    cluster.apply(more);

    assertThat(addresses(cluster)).isEqualTo(addresses(plain));
    assertThat(cluster.send("pod/shop/web-0", "tcp://10.96.0.12:80").distribution())
        .isEqualTo(plain.send("pod/shop/web-0", "tcp://10.96.0.12:80").distribution());
  }

  /** Names and addresses of all Pods but the built-in one. */
  private static String addresses(ClusterSimulation each) {
    return each.get("pods")
        .table()
        .lines()
        .filter(line -> !line.contains("built-in"))
        .map(line -> line.replaceAll(" +", " "))
        .collect(Collectors.joining("\n"));
  }
}
