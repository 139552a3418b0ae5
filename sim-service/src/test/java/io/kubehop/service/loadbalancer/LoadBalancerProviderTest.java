package io.kubehop.service.loadbalancer;

import static io.kubehop.service.Yaml.on80;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.TestCluster;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.LoadBalancerConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadBalancerProviderTest {

  private static TestCluster cluster(String pool) {
    return new TestCluster(
        ClusterConfig.DEFAULT.withLoadBalancer(
            new LoadBalancerConfig(List.of(Cidr.parse(pool)), Duration.ofSeconds(2))));
  }

  private static List<String> addresses(TestCluster cluster, String service) {
    return cluster.service(service).status().loadBalancer().stream()
        .map(LoadBalancerIngress::ip)
        .toList();
  }

  @Test
  void addressIsPublishedAfterTheDelayForWhichNobodyWaits() {
    TestCluster cluster = cluster("203.0.113.8/30").start(on80("web", "type: LoadBalancer"));
    assertThat(addresses(cluster, "web")).isEmpty();

    cluster.pass(Duration.ofSeconds(3));
    assertThat(addresses(cluster, "web")).containsExactly("203.0.113.8");
    assertThat(cluster.service("web").status().loadBalancer().get(0).ipMode()).contains("VIP");
  }

  @Test
  void serviceStaysPendingWithoutProvider() {
    TestCluster cluster = new TestCluster().start(on80("web", "type: LoadBalancer"));

    assertThat(addresses(cluster.pass(Duration.ofHours(1)), "web")).isEmpty();
  }

  @Test
  void serviceOfAnotherClassStaysPending() {
    TestCluster cluster =
        cluster("203.0.113.8/30")
            .start(on80("web", "type: LoadBalancer", "loadBalancerClass: example.com/lb"));

    assertThat(addresses(cluster.pass(Duration.ofMinutes(1)), "web")).isEmpty();
  }

  @Test
  void requestedAddressIsHonouredIfItIsFree() {
    TestCluster cluster =
        cluster("203.0.113.8/30")
            .start(on80("web", "type: LoadBalancer", "loadBalancerIP: 203.0.113.10"))
            .apply(on80("late", "type: LoadBalancer", "loadBalancerIP: 203.0.113.10"))
            .pass(Duration.ofSeconds(3));

    assertThat(addresses(cluster, "web")).containsExactly("203.0.113.10");
    assertThat(addresses(cluster, "late")).isEmpty();
  }

  @Test
  void freedAddressGoesToTheServiceThatWaits() {
    TestCluster cluster =
        cluster("203.0.113.9/32")
            .start(on80("first", "type: LoadBalancer"), on80("second", "type: LoadBalancer"))
            .pass(Duration.ofSeconds(3));
    assertThat(addresses(cluster, "second")).isEmpty();

    cluster.apply(on80("first", "type: NodePort"));
    assertThat(addresses(cluster, "first")).isEmpty();
    assertThat(addresses(cluster, "second")).containsExactly("203.0.113.9");
  }

  @Test
  void onlyAddressIsKeptForTheBuiltInController() {
    String builtIn =
        on80("ingress", "type: LoadBalancer")
            .replace("metadata: {", "metadata: {annotations: {kubehop.io/built-in: 'true'}, ");
    TestCluster cluster =
        cluster("203.0.113.9/32")
            .start(on80("app", "type: LoadBalancer"), builtIn)
            .pass(Duration.ofSeconds(3));

    assertThat(addresses(cluster, "app")).isEmpty();
    assertThat(addresses(cluster, "ingress")).containsExactly("203.0.113.9");
  }

  @Test
  void publishedAddressesOfTheStartAreNotGivenOutAgain() {
    String captured =
        on80("old", "type: LoadBalancer")
            + "status: {loadBalancer: {ingress: [{ip: 203.0.113.8}]}}";
    TestCluster cluster =
        cluster("203.0.113.8/30")
            .start(on80("a", "type: LoadBalancer"), captured)
            .pass(Duration.ofSeconds(3));

    assertThat(addresses(cluster, "old")).containsExactly("203.0.113.8");
    assertThat(addresses(cluster, "a")).containsExactly("203.0.113.9");
  }
}
