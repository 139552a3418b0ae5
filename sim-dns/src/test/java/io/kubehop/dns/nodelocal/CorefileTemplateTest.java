package io.kubehop.dns.nodelocal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.Container;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorefileTemplateTest {
  private static final Placeholders PLACEHOLDERS = new Placeholders("cluster.local", "10.96.0.10");

  private static NodeCacheArguments arguments(String... args) {
    Container container =
        new Container(
            "node-cache",
            "registry.k8s.io/dns/k8s-dns-node-cache:1.26.4",
            List.of(),
            List.of(args),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return NodeCacheArguments.of(container, PLACEHOLDERS);
  }

  private static String filled(String text, Map<String, List<String>> stubs, String... args) {
    return new CorefileTemplate(PLACEHOLDERS, arguments(args), "10.96.7.7", List.of(), stubs)
        .apply(text);
  }

  @Test
  void the_gaps_that_the_cache_fills_itself() {
    assertThat(
            filled(
                "bind __PILLAR__LOCAL__DNS__ __PILLAR__DNS__SERVER__\n"
                    + "forward . __PILLAR__CLUSTER__DNS__\n"
                    + "forward . __PILLAR__UPSTREAM__SERVERS__\n",
                ImmutableMap.of(),
                "-localip",
                "169.254.20.10,10.96.0.10"))
        .isEqualTo(
            "bind 169.254.20.10 10.96.0.10 \nforward . 10.96.7.7\nforward . /etc/resolv.conf\n");
  }

  @Test
  void the_gaps_that_an_administrator_left() {
    assertThat(
            filled(
                "__PILLAR__DNS__DOMAIN__:53 {\n  health __PILLAR__LOCAL__DNS__:8080\n}\n",
                ImmutableMap.of(),
                "-localip=__PILLAR__LOCAL__DNS__,__PILLAR__DNS__SERVER__"))
        .isEqualTo("cluster.local:53 {\n  health 169.254.20.10:8080\n}\n");
  }

  @Test
  void a_stub_domain_is_a_block_of_its_own() {
    assertThat(
            filled(
                "",
                ImmutableMap.of("corp.example", List.of("192.0.2.1", "192.0.2.2")),
                "-localip",
                "169.254.20.10"))
        .contains("corp.example:53 {", "bind 169.254.20.10\n", "forward . 192.0.2.1 192.0.2.2\n");
  }

  @Test
  void flags_are_read_as_go_reads_them() {
    NodeCacheArguments arguments =
        arguments("--localip=169.254.20.10", "-setupiptables=false", "-upstreamsvc", "dns-up");

    assertThat(arguments.localIps()).hasToString("[169.254.20.10]");
    assertThat(arguments.upstreamService()).isEqualTo("dns-up");
    assertThat(arguments.setsUpRules()).isFalse();
    assertThat(arguments.setsUpInterface()).isTrue();
  }
}
