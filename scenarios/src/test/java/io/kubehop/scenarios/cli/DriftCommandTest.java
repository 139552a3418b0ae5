package io.kubehop.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftCommandTest {
  private static final int SERVICES = 12;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path manifests;
  private String dump = "";

  @BeforeEach
  void saveRules() throws IOException {
    manifests = Files.writeString(folder.resolve("shop.yaml"), manifests());
    assertThat(run("rules", "-f", manifests.toString(), "--node", "node-a")).isZero();
    dump = out.toString();
    out.getBuffer().setLength(0);
  }

  /** Services of four kinds with two endpoints each, one of them on the node. */
  private static String manifests() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SERVICES; i++) {
      String kind =
          switch (i % 4) {
            case 0 -> "type: ClusterIP";
            case 1 -> "type: NodePort, externalTrafficPolicy: Local";
            case 2 -> "sessionAffinity: ClientIP, externalIPs: [198.51.100." + i + "]";
            default -> "type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24]";
          };
      text.append(
          """
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: sI, namespace: shop}
          spec: {KIND, clusterIP: 10.96.1.I, ports: [{name: p, port: 80, targetPort: 8080}]}
          status: {loadBalancer: {ingress: LB}}
          ---
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata: {name: sI-x, namespace: shop, labels: {kubernetes.io/service-name: sI}}
          addressType: IPv4
          ports: [{name: p, port: 8080, protocol: TCP}]
          endpoints:
          - {addresses: [10.244.0.1I], nodeName: node-a, conditions: {ready: true}}
          - {addresses: [10.244.1.1I], nodeName: node-b, conditions: {ready: true}}
          """
              .replace("KIND", kind)
              .replace("LB", i % 4 == 3 ? "[{ip: 198.51.100.2I}]" : "[]")
              .replace("sI", "s" + i)
              .replaceAll("(\\.\\d*)I", "$1" + i));
    }
    return text.toString();
  }

  @Test
  void an_untouched_dump_differs_in_nothing() throws IOException {
    assertThat(drift(dump)).isZero();

    assertThat(out.toString())
        .isEqualTo("the node has the rules that kube-proxy would have written\n");
  }

  @Test
  void what_a_scenario_captures_on_the_node_is_not_what_is_expected() throws IOException {
    Path scenario =
        Files.writeString(
            folder.resolve("scenario.yaml"),
            """
            apiVersion: kubehop/v1
            kind: Scenario
            metadata: {name: captured}
            cluster: {nodes: [{name: node-a, iptablesSave: empty.txt}, {name: node-b}]}
            manifests: [shop.yaml]
            """);
    Files.writeString(folder.resolve("empty.txt"), "*nat\nCOMMIT\n");
    Path rules = Files.writeString(folder.resolve("dump.txt"), dump);

    int code =
        run("drift", "-f", scenario.toString(), "--node", "node-a", "--node-rules", "" + rules);

    assertThat(code).as(out + "\n" + err).isZero();
  }

  /** What one seed does to a dump: a pattern of a rule, and what comes in its place. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | a Service that is not there            | (-A KUBE-SERVICES -d 10.96.1.*)\\n                    | ''                            | missing
          2  | a Service at another address           | (-A KUBE-SERVICES -d )10.96.1.(\\d+)                   | $110.96.2.$2                  | changed
          3  | a Service at another port              | (-A KUBE-SERVICES -d 10.96.1.*)--dport 80             | $1--dport 81                  | changed
          4  | a stale Service                        | (-A KUBE-SERVICES -d 10.96.1.\\d+.*)shop/s\\d+:p(.*)(-j KUBE-SVC.*)\\n | $0$1shop/old:p$2-j KUBE-MARK-MASQ\\n | stale
          5  | a stale endpoint                       | (-A KUBE-SEP-.*-j DNAT --to-destination )(10.244.*)   | $110.244.9.9:8080             | changed
          6  | an endpoint that is never chosen       | (-A KUBE-SVC-.*-m statistic.*)\\n                     | ''                            | missing
          7  | another share of connections           | 0.50000000000                                         | 0.25000000000                 | changed
          8  | no masquerading of hairpins            | (-A KUBE-SEP-.*-j KUBE-MARK-MASQ)\\n                  | ''                            | missing
          9  | a foreign translation in front         | (-A PREROUTING .*-j KUBE-SERVICES)                    | -A PREROUTING -p tcp -j DNAT --to-destination 10.9.9.9\\n$1 | foreign
          10 | a foreign translation of the node's own | (-A OUTPUT .*-j KUBE-SERVICES)                       | -A OUTPUT -p tcp -j DNAT --to-destination 10.9.9.9\\n$1 | foreign
          11 | a foreign drop in front                | (-A FORWARD .*-j KUBE-PROXY-FIREWALL)                 | -A FORWARD -s 203.0.113.9/32 -j DROP\\n$1 | foreign
          12 | a foreign rule among kube-proxy's      | (-A KUBE-FORWARD .*INVALID.*)                         | -A KUBE-FORWARD -s 203.0.113.9/32 -j DROP\\n$1 | foreign
          13 | another mark                           | (-A KUBE-MARK-MASQ .*)0x4000/0x4000                   | $10x8000/0x8000               | changed
          14 | no masquerading at all                 | (-A KUBE-POSTROUTING .*-j MASQUERADE.*)\\n            | ''                            | missing
          15 | a node port that leads nowhere         | (-A KUBE-NODEPORTS .*)\\n                             | ''                            | missing
          16 | no jump to Services                    | (-A PREROUTING .*-j KUBE-SERVICES)\\n                 | ''                            | missing
          17 | a load balancer that is open to others | (-A KUBE-FW-.*)203.0.113.0/24                         | $1203.0.0.0/16                | changed
          18 | no drop of what may not pass           | (-A KUBE-PROXY-FIREWALL .*)\\n                        | ''                            | missing
          19 | affinity that lasts too long           | --seconds 10800                                       | --seconds 99999               | changed
          20 | 127.0.0.0/8 open to the network        | (-A KUBE-FIREWALL .*DROP)\\n                          | ''                            | missing
          21 | policy Local that is not followed      | (-A KUBE-EXT-.*-j )KUBE-SVL-(\\S+)                    | $1KUBE-SVC-$2                 | changed
          22 | an external address that is gone       | (-A KUBE-SERVICES -d 198.51.100.*)\\n                 | ''                            | missing
          """)
  void a_seeded_fault_is_found(long seed, String name, String pattern, String edit, String kind)
      throws IOException {
    String faulty = replaceOne(dump, pattern, edit.replace("\\n", "\n"), new Random(seed));

    assertThat(drift(faulty, "-o", "json")).as(name).isEqualTo(1);

    assertThat(out.toString())
        .as(name)
        .startsWith("{")
        .contains("\"differences\": 1,", "\"kind\": \"" + kind + "\"");
  }

  private static String replaceOne(String text, String pattern, String edit, Random random) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    int matches = (int) matcher.results().count();
    assertThat(matches).as(pattern).isPositive();
    matcher.reset();
    for (int skipped = random.nextInt(matches); skipped >= 0; skipped--) {
      matcher.find();
    }
    StringBuilder edited = new StringBuilder();
    matcher.appendReplacement(edited, edit);
    return text.substring(0, matcher.start())
        + edited.substring(matcher.start())
        + text.substring(matcher.end());
  }

  @Test
  void a_dump_that_cannot_be_read_is_an_error_at_its_place() throws IOException {
    assertThat(drift("*nat\n-A NOWHERE -j ACCEPT\nCOMMIT\n")).isEqualTo(2);

    assertThat(err.toString()).startsWith("error: ").contains("dump.txt:2:");
  }

  private int drift(String text, String... more) throws IOException {
    Path rules = Files.writeString(folder.resolve("dump.txt"), text);
    String[] arguments = {
      "drift", "-f", "" + manifests, "--node", "node-a", "--node-rules", "" + rules
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all);
  }

  private int run(String... arguments) {
    KubeHop.Streams streams =
        new KubeHop.Streams(
            InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
    return KubeHop.run(streams, true, arguments);
  }
}
