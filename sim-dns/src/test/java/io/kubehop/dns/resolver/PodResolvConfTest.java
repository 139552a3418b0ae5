package io.kubehop.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Pod;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PodResolvConfTest {
  private static final ResolvConf NODE =
      new ResolvConf(
          List.of(IpAddress.parse("192.0.2.53")), List.of("corp.example"), List.of("timeout:2"));
  private static final PodResolvConf FILES =
      new PodResolvConf(List.of(IpAddress.parse("10.96.0.10")), "cluster.local", NODE);

  private static ResolvConf of(String spec) {
    String text =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web-0, namespace: shop}
        spec:
          containers: [{name: web, image: web}]
        """
            + spec.indent(2);
    KubeObject pod =
        new ManifestLoader()
            .addText("test", text).load().objects().stream()
                .map(LoadedObject::object)
                .findFirst()
                .orElseThrow();
    return FILES.of((Pod) pod);
  }

  @Test
  void cluster_first_has_the_search_list_of_the_namespace_and_then_that_of_the_node() {
    assertThat(of("dnsPolicy: ClusterFirst").toString())
        .isEqualTo(
            "search shop.svc.cluster.local svc.cluster.local cluster.local corp.example\n"
                + "nameserver 10.96.0.10\noptions ndots:5\n");
  }

  @Test
  void on_the_hosts_network_cluster_first_is_the_nodes_file() {
    assertThat(of("dnsPolicy: ClusterFirst\nhostNetwork: true")).isEqualTo(NODE);
    assertThat(of("dnsPolicy: ClusterFirstWithHostNet\nhostNetwork: true").nameservers())
        .containsExactly(IpAddress.parse("10.96.0.10"));
  }

  @Test
  void default_is_the_nodes_file_with_its_options() {
    assertThat(of("dnsPolicy: Default")).isEqualTo(NODE);
  }

  @Test
  void none_is_what_the_pod_says_and_nothing_else() {
    assertThat(
            of("dnsPolicy: None\ndnsConfig: {nameservers: [192.0.2.1], searches: [a.example]}")
                .toString())
        .isEqualTo("search a.example\nnameserver 192.0.2.1\n");
  }

  @Test
  void what_the_pod_adds_comes_last_and_its_options_win() {
    assertThat(
            of("dnsPolicy: ClusterFirst\n"
                    + "dnsConfig:\n"
                    + "  nameservers: [192.0.2.1, 10.96.0.10]\n"
                    + "  searches: [cluster.local, a.example]\n"
                    + "  options: [{name: ndots, value: '2'}, {name: rotate}]")
                .toString())
        .isEqualTo(
            "search shop.svc.cluster.local svc.cluster.local cluster.local corp.example a.example\n"
                + "nameserver 10.96.0.10\nnameserver 192.0.2.1\noptions ndots:2 rotate\n");
  }

  @Test
  void three_servers_and_32_domains_are_the_most() {
    List<String> domains =
        IntStream.range(0, 31).mapToObj(i -> String.format(Locale.ROOT, "d%d.example", i)).toList();
    ResolvConf conf =
        FILES.of(
            podWith(
                "nameservers: [192.0.2.1, 192.0.2.2]\nsearches: "
                    + "["
                    + String.join(", ", domains.subList(0, 28))
                    + "]"));

    assertThat(conf.nameservers()).hasSize(3);
    assertThat(conf.searches()).hasSize(32);
  }

  private static Pod podWith(String config) {
    String text =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web-0, namespace: shop}\nspec:\n"
            + "  containers: [{name: web, image: web}]\n  dnsPolicy: ClusterFirst\n  dnsConfig:\n"
            + config.indent(4);
    return (Pod)
        new ManifestLoader()
            .addText("test", text).load().objects().stream()
                .map(LoadedObject::object)
                .findFirst()
                .orElseThrow();
  }
}
