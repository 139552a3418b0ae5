package io.kubehop.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.cli.KubeHop;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trace of a request from outside by host and path to a Pod two nodes away. */
class TheWholeWayTest {
  private static final Path FILE =
      Checkout.root().resolve("scenarios/library/19-the-whole-way.yaml");
  private static final String URL = "http://shop.example.com/cart/items";
  private static final String LOSER =
      "location /cart/login Exact of Ingress/shop/shop spec.rules[0].http.paths[1] ("
          + FILE
          + " line 63): does not match";
  private static final String WINNER =
      "location /cart/ Prefix of Ingress/shop/shop spec.rules[0].http.paths[0] ("
          + FILE
          + " line 60): chosen, the longest prefix";

  @Test
  void the_text_shows_every_leg() {
    assertThat(trace("text", URL))
        .containsSubsequence(
            "external/198.51.100.7  send",
            "198.51.100.7:50603 -> 203.0.113.10:80 SYN",
            "router                 route          203.0.113.10/32 via 192.168.0.2",
            "node-a                 iptables       nat PREROUTING:1 > KUBE-SERVICES:2 > KUBE-EXT-",
            "DNAT to 10.244.1.2:80",
            "for Service edge/ingress (" + FILE + " line 29)",
            "KUBE-POSTROUTING:3 masquerade",
            "source 198.51.100.7:50603 => 192.168.0.2:",
            "node-b                 route          10.244.1.2/32",
            "pod/edge/ingress       accept         10.244.1.2:80, ingress-nginx")
        .containsSubsequence(
            ": GET /cart/items (shop.example.com)",
            "pod/edge/ingress       ingress-nginx  server shop.example.com: an exact name fits",
            LOSER,
            WINNER,
            "backend shop/cart:80",
            "connects to 10.103.121.139:80",
            "-> 10.103.121.139:80 SYN (ingress-nginx)",
            "node-b                 iptables       nat PREROUTING:1 > KUBE-SERVICES",
            "DNAT to 10.244.2.2:8080",
            "for Service shop/cart (" + FILE + " line 42)",
            "node-c                 route          10.244.2.2/32",
            "pod/shop/cart-0        accept         10.244.2.2:8080, pod shop/cart-0",
            "source 10.244.2.2:8080 => 10.103.121.139:80 (as recorded)")
        .containsSubsequence(
            "pod/shop/cart-0        send           tcp 10.244.2.2:8080",
            ": HTTP 200",
            "… by node-c, node-b, the same way",
            "pod/edge/ingress       send           tcp 10.244.1.2:80",
            ": HTTP 200",
            "… by node-b, node-a, router, the same way",
            "external/198.51.100.7  accept",
            "Result   delivered to 10.244.2.2:8080 (pod shop/cart-0) with status 200");
  }

  @Test
  void the_json_shows_every_leg() {
    String json = trace("json", URL);

    assertThat(json)
        .containsSubsequence(
            "\"outcome\": \"delivered\"",
            "\"backend\": \"shop/cart:80\"",
            "\"node\": \"external/198.51.100.7\"",
            "\"node\": \"router\"",
            "\"node\": \"node-a\"",
            "DNAT to 10.244.1.2:80",
            "\"node\": \"node-b\"",
            "\"node\": \"pod/edge/ingress\"",
            LOSER,
            WINNER,
            "connects to 10.103.121.139:80",
            "DNAT to 10.244.2.2:8080",
            "\"node\": \"node-c\"",
            "\"node\": \"pod/shop/cart-0\"",
            ": HTTP 200",
            "\"node\": \"external/198.51.100.7\"");
  }

  @Test
  void the_diagram_shows_every_leg() {
    assertThat(trace("mermaid", URL))
        .startsWith("sequenceDiagram")
        .containsSubsequence(
            "h0 as external/198.51.100.7",
            "h1 as router",
            "h2 as node-a",
            "h3 as node-b",
            "h4 as pod/edge/ingress",
            "h5 as node-c",
            "h6 as pod/shop/cart-0",
            "DNAT to 10.244.1.2:80",
            "h0->>h4: GET /cart/items (shop.example.com)",
            LOSER,
            WINNER,
            "DNAT to 10.244.2.2:8080",
            "h4->>h6: GET /cart/items (shop.example.com)",
            "h6->>h4: HTTP 200",
            "h4->>h0: HTTP 200");
  }

  @Test
  void a_node_port_is_opened_by_the_rules_of_its_node() {
    assertThat(trace("text", "http://192.168.0.2:30080/cart", "--from", "external/198.51.100.7"))
        .contains("KUBE-NODEPORTS:1 > KUBE-EXT-");
  }

  /** A client in a Pod looks the name up first. */
  @Test
  void a_name_that_is_dialled_is_looked_up() {
    assertThat(trace("text", "http://ingress.edge/cart", "--from", "pod/shop/cart-0"))
        .containsSubsequence(
            "resolve",
            "ingress.edge.svc.cluster.local",
            "SYN (connect)",
            "ingress-nginx  server _");
  }

  private static String trace(String form, String url, String... more) {
    StringWriter out = new StringWriter();
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()));
    List<String> arguments =
        new ArrayList<>(List.of("trace", "-f", FILE.toString(), "--to", url, "-o", form));
    arguments.addAll(
        more.length > 0
            ? List.of(more)
            : List.of("--from", "external/198.51.100.7", "--node", "node-a"));

    assertThat(KubeHop.run(streams, true, arguments.toArray(new String[0]))).isZero();
    return out.toString();
  }
}
