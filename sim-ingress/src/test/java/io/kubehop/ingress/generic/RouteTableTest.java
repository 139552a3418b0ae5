package io.kubehop.ingress.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.ingress.sample.IngressSample;
import io.kubehop.service.api.IngressServiceBackend;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {
  private static final String HOST = "foo.bar.com";
  private final Findings findings = new Findings();

  private RouteTable table(IngressSample... samples) {
    return new RouteTable(Arrays.stream(samples).map(IngressSample::build).toList(), findings);
  }

  private static String find(RouteTable table, String host, String path) {
    PathRule rule = table.find(host, path, Explanation.NONE);
    return rule == null
        ? "none"
        : rule.backend().service().map(IngressServiceBackend::name).orElse("");
  }

  /** The table of the Ingress documentation. */
  @ParameterizedTest(name = "{0} {1}, {2}: {3}")
  @CsvSource({
    "Prefix, /, /any/path, true",
    "Exact, /foo, /foo, true",
    "Exact, /foo, /bar, false",
    "Exact, /foo, /foo/, false",
    "Exact, /foo/, /foo, false",
    "Prefix, /foo, /foo, true",
    "Prefix, /foo, /foo/, true",
    "Prefix, /foo/, /foo, true",
    "Prefix, /foo/, /foo/, true",
    "Prefix, /aaa/bb, /aaa/bbb, false",
    "Prefix, /aaa/bbb, /aaa/bbb, true",
    "Prefix, /aaa/bbb/, /aaa/bbb, true",
    "Prefix, /aaa/bbb, /aaa/bbb/, true",
    "Prefix, /aaa/bbb, /aaa/bbb/ccc, true",
    "Prefix, /aaa/bbb, /aaa/bbbxyz, false",
    "Prefix, /aaa, /ccc, false"
  })
  void pathsMatchAsDocumented(String type, String path, String requested, boolean matches) {
    RouteTable table = table(IngressSample.named("i").path(HOST, path, type, "web"));

    assertThat(find(table, HOST, requested)).isEqualTo(matches ? "web" : "none");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"bar.foo.com, wild", "baz.bar.foo.com, any", "foo.com, any", "foo.bar.com, exact"})
  void hostsMatchAsDocumented(String host, String service) {
    RouteTable table =
        table(
            IngressSample.named("i")
                .prefix("*.foo.com", "/", "wild")
                .prefix(HOST, "/", "exact")
                .prefix("", "/", "any"));

    assertThat(find(table, host, "/")).isEqualTo(service);
  }

  @Test
  void theLongestPathWinsAndOfEqualOnesTheExactOne() {
    RouteTable table =
        table(
            IngressSample.named("i")
                .prefix(HOST, "/", "root")
                .prefix(HOST, "/aaa", "short")
                .prefix(HOST, "/aaa/bbb", "long")
                .exact(HOST, "/aaa", "exact"));

    assertThat(find(table, HOST, "/aaa/bbb/c")).isEqualTo("long");
    assertThat(find(table, HOST, "/aaa")).isEqualTo("exact");
    assertThat(find(table, HOST, "/aaa/c")).isEqualTo("short");
    assertThat(find(table, HOST, "/x")).isEqualTo("root");
  }

  @Test
  void theOlderIngressKeepsAPath() {
    RouteTable table =
        table(
            IngressSample.named("a").created(2).prefix(HOST, "/", "young"),
            IngressSample.named("b").created(1).prefix(HOST, "/", "old"));

    assertThat(find(table, HOST, "/")).isEqualTo("old");
    assertThat(findings.toList())
        .singleElement()
        .satisfies(f -> assertThat(f.object()).hasToString("Ingress/default/a"));
  }
}
