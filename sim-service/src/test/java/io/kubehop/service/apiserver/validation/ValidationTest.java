package io.kubehop.service.apiserver.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private final TestCluster cluster = new TestCluster();

  private List<String> refusal(String yaml) {
    return cluster.refusal(yaml);
  }

  @Test
  void namesHaveTheFormatOfTheirKind() {
    assertThat(refusal("{apiVersion: v1, kind: Namespace, metadata: {name: a.b}}"))
        .containsExactly(
            "metadata.name: Invalid value: \"a.b\": a lowercase RFC 1123 label must consist of lower"
                + " case alphanumeric characters or '-', and must start and end with an alphanumeric"
                + " character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
    assertThat(refusal("{apiVersion: v1, kind: ConfigMap, metadata: {name: a.b}}")).isEmpty();
    assertThat(refusal(Yaml.on80("1web")))
        .singleElement()
        .asString()
        .startsWith("metadata.name: Invalid value: \"1web\": a DNS-1035 label must");
  }

  @Test
  void labelsAreChecked() {
    assertThat(
            refusal(Yaml.on80("web").replace("metadata: {", "metadata: {labels: {'a b': 'c d'}, ")))
        .satisfiesExactly(
            key -> assertThat(key).startsWith("metadata.labels: Invalid value: \"a b\": name part"),
            value ->
                assertThat(value).startsWith("metadata.labels: Invalid value: \"c d\": a valid"));
  }

  @Test
  void podsNeedContainersWithImagesAndValidPorts() {
    assertThat(refusal("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: []}}"))
        .containsExactly("spec.containers: Required value");
    assertThat(
            refusal(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: a}
                spec:
                  hostNetwork: true
                  restartPolicy: Sometimes
                  containers:
                  - name: main
                    ports:
                    - {containerPort: 70000, name: UPPER, hostPort: 70000}
                    - {containerPort: 80, hostPort: 81, protocol: ICMP}
                  - name: main
                    image: x
                """))
        .containsExactlyInAnyOrder(
            "spec.containers[0].image: Required value",
            "spec.containers[0].ports[0].name: Invalid value: \"UPPER\": must contain only"
                + " alpha-numeric characters (a-z, 0-9), and hyphens (-)",
            "spec.containers[0].ports[0].name: Invalid value: \"UPPER\": must contain at least one"
                + " letter (a-z)",
            "spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and"
                + " 65535, inclusive",
            "spec.containers[0].ports[0].hostPort: Invalid value: 70000: must be between 1 and"
                + " 65535, inclusive",
            "spec.containers[0].ports[1].hostPort: Invalid value: 81: must match `containerPort` when"
                + " `hostNetwork` is true",
            "spec.containers[0].ports[1].protocol: Unsupported value: \"ICMP\": supported values:"
                + " \"SCTP\", \"TCP\", \"UDP\"",
            "spec.containers[1].name: Duplicate value: \"main\"",
            "spec.restartPolicy: Unsupported value: \"Sometimes\": supported values: \"Always\","
                + " \"Never\", \"OnFailure\"");
  }

  @Test
  void onlyImageAndMetadataOfAPodMayChange() {
    cluster.apply(Yaml.pod("a"));

    assertThat(refusal(Yaml.pod("a").replace("image: web", "image: other"))).isEmpty();
    assertThat(refusal(Yaml.pod("a").replace("containerPort: 80", "containerPort: 81")))
        .singleElement()
        .asString()
        .startsWith("spec: Forbidden: pod updates may not change fields other than");
  }

  @Test
  void slicesHoldAddressesOfTheirFamily() {
    String slice =
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s, labels: {kubernetes.io/service-name: web}}
        addressType: %s
        ports: [{port: 80}, {port: 81}]
        endpoints: [{addresses: [%s]}]
        """;

    assertThat(refusal(slice.formatted("IPv6", "10.244.0.1")))
        .containsExactly(
            "endpoints[0].addresses[0]: Invalid value: \"10.244.0.1\": must be an IPv6 address",
            "ports[1].name: Duplicate value: \"\"");
    assertThat(refusal(slice.formatted("IPv4", "10.244.0").replace(", {port: 81}", "")))
        .containsExactly(
            "endpoints[0].addresses[0]: Invalid value: \"10.244.0\": must be a valid IP address,"
                + " (e.g. 10.9.8.7 or 2001:db8::ffff)");
    assertThat(refusal(slice.formatted("IPv5", "10.244.0.1")).get(0))
        .isEqualTo(
            "addressType: Unsupported value: \"IPv5\": supported values: \"FQDN\", \"IPv4\","
                + " \"IPv6\"");
  }

  @Test
  void addressTypeOfASliceIsFinal() {
    String slice =
        "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s}, addressType: %s, endpoints: [], ports: []}";
    cluster.apply(slice.formatted("IPv4"));

    assertThat(refusal(slice.formatted("IPv6")))
        .containsExactly("addressType: Invalid value: \"IPv6\": field is immutable");
  }

  @Test
  void endpointsNeedAddresses() {
    assertThat(
            refusal(
                "{apiVersion: v1, kind: Endpoints, metadata: {name: e}, subsets: [{ports: [{port: 0}]}]}"))
        .containsExactly(
            "subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`",
            "subsets[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive");
  }

  private static String ingress(String spec) {
    return "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i}, spec: %s}"
        .formatted(spec);
  }

  private static String path(String path) {
    return ingress("{rules: [{host: a.example.com, http: {paths: [%s]}}]}".formatted(path));
  }

  @Test
  void ingressNeedsRulesOrADefaultBackend() {
    assertThat(refusal(ingress("{}")))
        .containsExactly(
            "spec: Invalid value: []: either `defaultBackend` or `rules` must be specified");
  }

  @Test
  void ingressPathsAreChecked() {
    String web = "backend: {service: {name: web, port: {number: 80}}}";

    assertThat(refusal(path("{path: /, " + web + "}")))
        .containsExactly(
            "spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified");
    assertThat(refusal(path("{path: x, pathType: Prefix, " + web + "}")))
        .containsExactly(
            "spec.rules[0].http.paths[0].path: Invalid value: \"x\": must be an absolute path");
    assertThat(refusal(path("{path: /a//b/.., pathType: Exact, " + web + "}")))
        .containsExactly(
            "spec.rules[0].http.paths[0].path: Invalid value: \"/a//b/..\": must not contain '//'",
            "spec.rules[0].http.paths[0].path: Invalid value: \"/a//b/..\": cannot end with '/..'");
    assertThat(refusal(path("{path: /, pathType: Prefix, backend: {service: {name: web}}}")))
        .containsExactly(
            "spec.rules[0].http.paths[0].backend: Required value: port name or number is required");
  }

  @Test
  void ingressHostsAreNamesOrWildcards() {
    String rule =
        "{rules: [{host: '%s'}], defaultBackend: {service: {name: w, port: {number: 1}}}}";

    assertThat(refusal(ingress(rule.formatted("10.0.0.1"))))
        .containsExactly(
            "spec.rules[0].host: Invalid value: \"10.0.0.1\": must be a DNS name, not an IP address");
    assertThat(refusal(ingress(rule.formatted("*.example.com")))).isEmpty();
    assertThat(refusal(ingress(rule.formatted("a.*.com")))).hasSize(1);
  }

  @Test
  void controllerOfAnIngressClassIsADomainWithAPathAndFinal() {
    String ingressClass =
        "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: c}, spec: {controller: %s}}";

    assertThat(refusal(ingressClass.formatted("nginx")))
        .containsExactly(
            "spec.controller: Invalid value: \"nginx\": must be a domain-prefixed path (such as"
                + " \"acme.io/foo\")");
    cluster.apply(ingressClass.formatted("k8s.io/ingress-nginx"));
    assertThat(refusal(ingressClass.formatted("example.com/other")))
        .containsExactly(
            "spec.controller: Invalid value: \"example.com/other\": field is immutable");
  }

  @Test
  void networkPolicyPeersAndPortsAreChecked() {
    assertThat(
            refusal(
                """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: p}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress, Sideways]
                  ingress:
                  - from: [{}, {podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]
                  - from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]
                    ports: [{port: http, endPort: 90}, {port: 90, endPort: 80}]
                """))
        .containsExactlyInAnyOrder(
            "spec.ingress[0].from[0]: Required value: must specify a peer",
            "spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer",
            "spec.ingress[1].from[0].ipBlock.except[0]: Invalid value: \"10.0.0.0/8\": must be a"
                + " strict subset of `cidr`",
            "spec.ingress[1].ports[0].endPort: Invalid value: 90: may not be specified when `port` is"
                + " non-numeric",
            "spec.ingress[1].ports[1].endPort: Invalid value: 80: must be greater than or equal to"
                + " `port`",
            "spec.policyTypes[1]: Unsupported value: \"Sideways\": supported values: \"Egress\","
                + " \"Ingress\"");
  }

  @Test
  void templatesHaveToMatchTheirSelector() {
    String deployment = Yaml.deployment(1, "v1").replace("labels: {app: web}", "labels: {app: x}");

    assertThat(refusal(deployment))
        .containsExactly(
            "spec.template.metadata.labels: Invalid value: {\"app\":\"x\"}: `selector` does not match"
                + " template `labels`");
    cluster.apply(Yaml.deployment(1, "v1"));
    assertThat(refusal(Yaml.deployment(1, "v1").replace("app: web", "app: y")))
        .containsExactly("spec.selector: Invalid value: \"\": field is immutable");
  }

  @Test
  void rolloutHasToBeAbleToGoOn() {
    assertThat(
            refusal(
                Yaml.deployment(
                    -1, "v1", "strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}")))
        .containsExactly(
            "spec.replicas: Invalid value: -1: must be greater than or equal to 0",
            "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when"
                + " `maxSurge` is 0");
  }

  @Test
  void podCidrsOfANodeAreFinal() {
    String node = "{apiVersion: v1, kind: Node, metadata: {name: n}, spec: {podCIDRs: [%s]}}";
    cluster.apply(node.formatted("10.244.7.0/24"));

    assertThat(refusal(node.formatted("10.244.8.0/24")))
        .containsExactly(
            "spec.podCIDRs: Forbidden: node updates may not change podCIDR except from \"\" to"
                + " valid");
    assertThat(refusal(node.formatted("10.244.9.0/33").replace("name: n", "name: m")))
        .containsExactly(
            "spec.podCIDRs[0]: Invalid value: \"10.244.9.0/33\": must be a valid CIDR value, (e.g."
                + " 10.9.8.0/24 or 2001:db8::/64)");
  }

  @Test
  void qualifiedNamesMayHaveOnePrefix() {
    assertThat(Formats.qualifiedName("example.com/name")).isEmpty();
    assertThat(Formats.qualifiedName("/name")).contains("prefix part must be non-empty");
    assertThat(Formats.qualifiedName("a/b/c")).hasSize(1);
    assertThat(Formats.qualifiedName("")).contains("name part must be non-empty");
  }
}
