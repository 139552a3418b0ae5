package io.kubehop.kubeproxy.drift;

import static io.kubehop.kubeproxy.Manifests.balancedAt;
import static io.kubehop.kubeproxy.Manifests.endpoint;
import static io.kubehop.kubeproxy.Manifests.service;
import static io.kubehop.kubeproxy.Manifests.serviceOf;
import static io.kubehop.kubeproxy.Manifests.slice;
import static io.kubehop.kubeproxy.Manifests.twoNodes;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.kubeproxy.iptables.ChainNames;
import io.kubehop.kubeproxy.services.ServicePortName;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesetComparisonTest {
  private static final String CART =
      ChainNames.of(new ServicePortName("ns", "cart", "http", Protocol.TCP)).cluster();

  private static final ProxiedCluster CLUSTER =
      ProxiedCluster.of(
          twoNodes(),
          service("cart", "172.30.0.1"),
          slice("cart", endpoint("10.0.1.1", "a"), endpoint("10.0.1.2", "b")),
          serviceOf(
              "shop",
              "172.30.0.2",
              "{name: http, port: 80, nodePort: 3080}",
              "type: NodePort",
              "sessionAffinity: ClientIP",
              "externalTrafficPolicy: Local"),
          slice("shop", endpoint("10.0.1.3", "a")),
          service(
                  "web",
                  "172.30.0.3",
                  "type: LoadBalancer",
                  "loadBalancerSourceRanges: [203.0.113.0/24]")
              + balancedAt("198.51.100.1"),
          slice("web", endpoint("10.0.1.4", "b")),
          service("idle", "172.30.0.4"));

  private static final Ruleset EXPECTED = CLUSTER.node("a").rules.get(IpFamily.IPV4);
  private static final String TEXT = IptablesSave.print(EXPECTED);

  @Test
  void anUntouchedDumpIsClean() {
    assertThat(compare(text -> text).text())
        .isEqualTo("the node has the rules that kube-proxy would have written\n");
  }

  @Test
  void whatDoesNotMatterIsNoDrift() {
    DriftReport report =
        compare(
            text ->
                text.replace(" --random-fully", "")
                    .replaceAll("-m comment --comment (\"[^\"]*\"|[^ ]+) (?=-j KUBE-SEP)", "")
                    .replace(
                        "-A KUBE-FORWARD -m conntrack --ctstate INVALID -j",
                        "-A KUBE-FORWARD -m conntrack --ctstate INVALID -m nfacct --nfacct-name"
                            + " ct_state_invalid_dropped_pkts -j")
                    .replace(
                        "-A KUBE-NODEPORTS -p tcp",
                        "-A KUBE-NODEPORTS -d 127.0.0.0/8 -p tcp -m tcp --dport 3080 -m nfacct"
                            + " --nfacct-name localhost_nps_accepted_pkts -j KUBE-MARK-MASQ\n"
                            + "-A KUBE-NODEPORTS -p tcp")
                    .replace(
                        "*nat\n",
                        "*nat\n:cali-PREROUTING - [0:0]\n-A PREROUTING -j cali-PREROUTING\n"));

    assertThat(report.drifts()).isEmpty();
  }

  @Test
  void theOrderOfServicesInASharedChainDoesNotMatter() {
    String cart = line("-A KUBE-SERVICES -d 172.30.0.1/32");
    String shop = line("-A KUBE-SERVICES -d 172.30.0.2/32");

    DriftReport report =
        compare(text -> text.replace(cart, "@@").replace(shop, cart).replace("@@", shop));

    assertThat(report.drifts()).isEmpty();
  }

  /** A rule of the dump, and what somebody has made of it. Empty: it is gone. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NONE",
      textBlock =
          """
          -A KUBE-SERVICES -d 172.30.0.1/32      | NONE                                             | missing | ns/cart | KUBE-SERVICES
          -A KUBE-SERVICES -d 172.30.0.1/32      | s/--dport 80/--dport 81/                         | changed | ns/cart | KUBE-SERVICES
          -A KUBE-SERVICES -d 172.30.0.4/32      | s/-j REJECT .*/-j DROP/                          | changed | ns/idle | KUBE-SERVICES
          -A KUBE-SERVICES -m comment            | NONE                                             | missing |         | KUBE-SERVICES
          -A KUBE-NODEPORTS                      | s/3080/3081/                                     | changed | ns/shop | KUBE-NODEPORTS
          -A KUBE-MARK-MASQ                      | s/0x4000/0x8000/                                 | changed |         | KUBE-MARK-MASQ
          -A KUBE-POSTROUTING -m mark            | s/0x4000/0x8000/                                 | changed |         | KUBE-POSTROUTING
          -A KUBE-POSTROUTING -m comment         | NONE                                             | missing |         | KUBE-POSTROUTING
          -A KUBE-FORWARD -m conntrack           | NONE                                             | missing |         | KUBE-FORWARD
          -A KUBE-FORWARD -m comment --comment "kubernetes forwarding rules" | s/ACCEPT/DROP/       | changed |         | KUBE-FORWARD
          -A KUBE-PROXY-FIREWALL                 | NONE                                             | missing | ns/web  | KUBE-PROXY-FIREWALL
          -A KUBE-FIREWALL                       | NONE                                             | missing |         | KUBE-FIREWALL
          -A PREROUTING                          | NONE                                             | missing |         | PREROUTING
          -A INPUT -m conntrack --ctstate NEW -m comment --comment "kubernetes load | s/NEW/ESTABLISHED/ | changed |    | INPUT
          -A KUBE-FW-                            | s/203.0.113.0/203.0.112.0/                       | changed | ns/web  | KUBE-FW-
          -A KUBE-EXT- -s 10.0.0.0/8             | NONE                                             | missing | ns/shop | KUBE-EXT-
          """)
  void aChangeOfOneRuleIsFound(
      String rule, String edit, String kind, String service, String chain) {
    String line = line(rule);
    String edited =
        edit == null ? "" : line.replaceAll(edit.split("/", -1)[1], edit.split("/", -1)[2]);
    if (edit != null) {
      edited = edited + "\n";
    }
    String with = edited;

    DriftReport report = compare(text -> text.replace(line + "\n", with));

    assertThat(report.drifts())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.kind()).hasToString(kind);
              assertThat(drift.service()).isEqualTo(service == null ? "" : service);
              assertThat(drift.chain()).startsWith(chain);
            });
  }

  @Test
  void aStaleEndpointIsFoundWithItsChainAndTheSharesItTakes() {
    ProxiedCluster before =
        ProxiedCluster.of(
            twoNodes(),
            service("cart", "172.30.0.1"),
            slice(
                "cart",
                endpoint("10.0.1.1", "a"),
                endpoint("10.0.1.2", "b"),
                endpoint("10.0.1.9", "b")));
    ProxiedCluster now =
        ProxiedCluster.of(
            twoNodes(),
            service("cart", "172.30.0.1"),
            slice("cart", endpoint("10.0.1.1", "a"), endpoint("10.0.1.2", "b")));

    DriftReport report =
        RulesetComparison.compare(
            now.node("a").rules.get(IpFamily.IPV4), read(before.node("a").text(IpFamily.IPV4)));

    assertThat(report.byService()).containsOnlyKeys("ns/cart");
    assertThat(report.text())
        .contains("stale    nat KUBE-SEP-")
        .contains("--to-destination 10.0.1.9:8080")
        .contains("changed  nat " + CART)
        .endsWith("4 differences\n");
  }

  @Test
  void aServiceThatIsMissingAltogetherIsOneGroup() {
    ProxiedCluster without = ProxiedCluster.of(twoNodes());
    ProxiedCluster with =
        ProxiedCluster.of(
            twoNodes(), service("cart", "172.30.0.1"), slice("cart", endpoint("10.0.1.1", "a")));

    DriftReport report =
        RulesetComparison.compare(
            with.node("a").rules.get(IpFamily.IPV4), read(without.node("a").text(IpFamily.IPV4)));
    DriftReport opposite =
        RulesetComparison.compare(
            without.node("a").rules.get(IpFamily.IPV4), read(with.node("a").text(IpFamily.IPV4)));

    assertThat(report.byService()).containsOnlyKeys("ns/cart");
    assertThat(report.drifts()).hasSize(3).allMatch(d -> d.kind() == DriftKind.MISSING);
    assertThat(opposite.byService()).containsOnlyKeys("ns/cart");
    assertThat(opposite.drifts()).hasSize(3).allMatch(d -> d.kind() == DriftKind.STALE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nat    | -A PREROUTING -d 172.30.0.1/32 -p tcp -j DNAT --to-destination 10.9.9.9:80
          nat    | -A OUTPUT -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 15001
          nat    | -A PREROUTING -d 172.30.0.1/32 -j ACCEPT
          nat    | -A POSTROUTING -s 10.0.0.0/8 -j RETURN
          filter | -A FORWARD -d 10.0.1.1/32 -j DROP
          """)
  void aForeignRuleInFrontOfKubeProxyIsFound(String table, String rule) {
    DriftReport report =
        compare(
            text -> {
              int at = text.indexOf("-A ", text.indexOf("*" + table));
              return text.substring(0, at) + rule + "\n" + text.substring(at);
            });

    assertThat(report.drifts())
        .singleElement()
        .satisfies(drift -> assertThat(drift.kind()).isEqualTo(DriftKind.FOREIGN));
  }

  @Test
  void aForeignChainThatTranslatesIsFoundByTheJumpToIt() {
    DriftReport report =
        compare(
            text ->
                text.replace(
                    "*nat\n",
                    "*nat\n:EVIL - [0:0]\n-A PREROUTING -j EVIL\n"
                        + "-A EVIL -p tcp -j DNAT --to-destination 10.9.9.9:80\n"));

    assertThat(report.drifts())
        .singleElement()
        .extracting(Drift::kind, drift -> drift.found().orElse(""))
        .containsExactly(DriftKind.FOREIGN, "-j EVIL");
  }

  @Test
  void aForeignRuleInAChainOfKubeProxyIsFound() {
    DriftReport report =
        compare(
            text ->
                text.replace(
                    line("-A KUBE-FORWARD -m conntrack"),
                    "-A KUBE-FORWARD -s 203.0.113.9/32 -j DROP\n"
                        + line("-A KUBE-FORWARD -m conntrack")));

    assertThat(report.drifts())
        .singleElement()
        .extracting(Drift::kind)
        .isEqualTo(DriftKind.FOREIGN);
  }

  @Test
  void rulesOfOneServiceInAnotherOrderAreFound() {
    DriftReport report =
        compare(
            text -> {
              String[] lines =
                  text.lines().filter(l -> l.startsWith("-A " + CART)).toArray(String[]::new);
              return text.replace(lines[1], "@@")
                  .replace(lines[2], lines[1])
                  .replace("@@", lines[2]);
            });

    assertThat(report.drifts())
        .singleElement()
        .extracting(Drift::kind, Drift::note)
        .containsExactly(DriftKind.CHANGED, "stands at another place");
  }

  @Test
  void nodePortsInFrontOfServicesAreFound() {
    String last = line("-A KUBE-SERVICES -m comment");
    String first = line("-A KUBE-SERVICES -d 172.30.0.1/32");

    DriftReport report =
        compare(text -> text.replace(last + "\n", "").replace(first, last + "\n" + first));

    assertThat(report.drifts())
        .singleElement()
        .extracting(Drift::kind, Drift::note)
        .containsExactly(DriftKind.CHANGED, "rules of Services stand behind it");
  }

  private static DriftReport compare(UnaryOperator<String> edit) {
    return RulesetComparison.compare(EXPECTED, read(edit.apply(TEXT)));
  }

  private static Ruleset read(String text) {
    return IptablesSave.read(text, IpFamily.IPV4);
  }

  /** The first rule in nat, else in filter, that begins so. */
  private static String line(String beginning) {
    return (TEXT.substring(TEXT.indexOf("*nat")) + TEXT)
        .lines()
        .filter(line -> line.replaceFirst("(KUBE-[A-Z]+-)[A-Z2-7]{16}", "$1").startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }
}
