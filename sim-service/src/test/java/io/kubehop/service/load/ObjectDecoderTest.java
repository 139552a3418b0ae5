package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.OpaqueObject;
import io.kubehop.service.api.Service;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceReader;
import io.kubehop.service.source.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectDecoderTest {
  private static final String SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n";

  @Test
  void aServiceIsReadWithTheDefaultsThatDependOnNothingElse() {
    Service service = (Service) one(SERVICE + "spec: {ports: [{port: 80}]}");

    assertThat(service.key()).hasToString("Service/default/web");
    assertThat(service.spec().type()).isEqualTo("ClusterIP");
    assertThat(service.spec().ports().get(0).protocol()).isEqualTo("TCP");
    assertThat(service.spec().ports().get(0).targetPort()).hasToString("80");
    assertThat(service.spec().internalTrafficPolicy()).isEmpty();
  }

  @Test
  void unknownFieldsAreErrorsWithTheFieldThatWasMeant() {
    assertThat(errors(SERVICE + "spec:\n  prots: [{port: 80}]\n  ports: [{prot: 80}]\n"))
        .containsExactly(
            "f.yaml:5:3: spec.prots: unknown field; did you mean ports?",
            "f.yaml:6:12: spec.ports[0].prot: unknown field; did you mean port?");
  }

  @Test
  void wrongTypesAreErrorsAllAtOnce() {
    assertThat(
            errors(
                SERVICE
                    + """
                    spec:
                      selector: app=web
                      ports: {port: 80}
                      clusterIPs: [10.0.0.1, 5]
                      publishNotReadyAddresses: "true"
                      healthCheckNodePort: 99999999999
                    """))
        .containsExactly(
            "f.yaml:5:13: spec.selector: expected a map, found the text \"app=web\"",
            "f.yaml:6:10: spec.ports: expected a list, found a map",
            "f.yaml:7:26: spec.clusterIPs[1]: expected a text, found the number 5: write \"5\" in"
                + " quotes",
            "f.yaml:8:29: spec.publishNotReadyAddresses: expected true or false, found the text"
                + " \"true\": write it without quotes",
            "f.yaml:9:24: spec.healthCheckNodePort: expected a whole number of at most 32 bits,"
                + " found the number 99999999999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: Service\\n"
            + "metadata: {name: a}             | f.yaml:1:1: apiVersion: is required; for a Service"
            + " it is v1",
        "apiVersion: v1\\n"
            + "metadata: {name: a}            | f.yaml:1:1: kind: is required: what kind of"
            + " Kubernetes object is this?",
        "apiVersion: v1\\nkind: Service                  | f.yaml:1:1: metadata.name: is required",
        "apiVersion: v1\\n"
            + "kind: Service\\n"
            + "metadata: {labels: {}} | f.yaml:3:11: metadata.name: is required",
        "apiVersion: v1\\n"
            + "kind: Servise\\n"
            + "metadata: {name: a} | f.yaml:2:7: kind: there is no kind Servise in v1; did you mean"
            + " Service?",
        "apiVersion: apps/v1\\n"
            + "kind: Foo\\n"
            + "metadata: {name: a} | f.yaml:2:7: kind: there is no kind Foo in apps/v1",
        "apiVersion: 1\\n"
            + "kind: Service\\n"
            + "metadata: {name: a} | f.yaml:1:13: apiVersion: expected a text, found the number 1:"
            + " write \"1\" in quotes",
        "[1, 2]                                          | f.yaml:1:1: expected a map, found a"
            + " list",
        "hello                                           | f.yaml:1:1: expected a map, found the"
            + " text \"hello\""
      })
  void whatIsMissingOrWrongAtTheTopIsNamed(String yaml, String error) {
    assertThat(errors(yaml.replace("\\n", "\n"))).containsExactly(error);
  }

  @ParameterizedTest
  @CsvSource({
    "extensions/v1beta1, Deployment, apps/v1",
    "apps/v1beta2, Deployment, apps/v1",
    "networking.k8s.io/v1beta1, Ingress, networking.k8s.io/v1",
    "v1, Deployment, apps/v1",
    "batch/v1beta1, CronJob, batch/v1",
    "discovery.k8s.io/v1beta1, EndpointSlice, discovery.k8s.io/v1"
  })
  void versionsThatAreNotServedAreErrorsThatNameTheOneThatIs(
      String version, String kind, String right) {
    assertThat(errors("apiVersion: %s\nkind: %s\nmetadata: {name: a}".formatted(version, kind)))
        .containsExactly(
            "f.yaml:1:13: apiVersion: Kubernetes 1.34 serves no %s in %s; it is in %s"
                .formatted(kind, version, right));
  }

  @ParameterizedTest
  @CsvSource({
    "serving.knative.dev/v1, Service, Service.serving.knative.dev/n/a",
    "monitoring.coreos.com/v1, Prometheus, Prometheus.monitoring.coreos.com/n/a",
    "apiextensions.k8s.io/v1, CustomResourceDefinition, CustomResourceDefinition/n/a",
    "autoscaling/v2, HorizontalPodAutoscaler, HorizontalPodAutoscaler/n/a",
    "policy/v1beta1, PodSecurityPolicy, PodSecurityPolicy/n/a"
  })
  void kindsOfOtherGroupsAreKept(String version, String kind, String key) {
    KubeObject object =
        one(
            "apiVersion: %s\nkind: %s\nmetadata: {name: a, namespace: n}\nspec: {what: ever}"
                .formatted(version, kind));

    assertThat(object).isInstanceOf(OpaqueObject.class);
    assertThat(object.key()).hasToString(key);
  }

  @Test
  void ofOpaqueKindsTheMetadataIsChecked() {
    assertThat(errors("apiVersion: a.b/v1\nkind: X\nmetadata: {nam: x, labels: {a: 1}}\n"))
        .containsExactly(
            "f.yaml:3:12: metadata.nam: unknown field; did you mean name?",
            "f.yaml:3:32: metadata.labels.a: expected a text, found the number 1: write \"1\" in"
                + " quotes");
  }

  @Test
  void kindsWithoutPartInNetworkingAreCheckedAndOpaque() {
    assertThat(
            one(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: a}
                rules: []
                """))
        .isInstanceOf(OpaqueObject.class)
        .satisfies(role -> assertThat(role.metadata().namespace()).isEmpty());
    assertThat(
            errors(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: a}
                rule: []
                """))
        .containsExactly("f.yaml:4:1: rule: unknown field; did you mean rules?");
  }

  @Test
  void listsAreTakenApartAndTheirItemsKnowTheirPath() {
    List<LoadedObject> objects =
        load(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Namespace, metadata: {name: a}}
            - apiVersion: v1
              kind: ServiceList
              items:
              - {metadata: {name: b}, spec: {ports: [{port: 1}]}}
            """);

    assertThat(objects)
        .extracting(o -> o.object().key().toString())
        .containsExactly("Namespace/a", "Service/default/b");
    assertThat(objects.get(1).path()).isEqualTo("items[1].items[0]");
    assertThat(objects.get(1).problem("spec.ports[0].port", "is odd"))
        .hasToString("f.yaml:8:49: items[1].items[0].spec.ports[0].port: is odd");
  }

  @Test
  void timesOfMetadataAreTimes() {
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, creationTimestamp: %s}\n";
    assertThat(one(pod.formatted("\"2025-01-01T02:00:00+02:00\"")).metadata().creationTimestamp())
        .hasToString("Optional[2025-01-01T00:00:00Z]");
    assertThat(one(pod.formatted("null")).metadata().creationTimestamp()).isEmpty();
    assertThat(errors(pod.formatted("yesterday")))
        .containsExactly(
            "f.yaml:3:40: metadata.creationTimestamp: \"yesterday\" is no time such as"
                + " 2025-01-01T00:00:00Z");
  }

  @Test
  void quantitiesMayBeNumbersOrTexts() {
    String pod =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"
            + "spec: {containers: [{name: c, resources: {limits: {cpu: %s}}}]}";
    assertThat(one(pod.formatted("0.5"))).isNotNull();
    assertThat(one(pod.formatted("64Mi"))).isNotNull();
    assertThat(errors(pod.formatted("much")))
        .containsExactly(
            "f.yaml:4:57: spec.containers[0].resources.limits.cpu: expected a quantity such as 500m"
                + " or 64Mi, found the text \"much\"");
  }

  @Test
  void aConfigurationOfKubeProxyNeedsNoName() {
    KubeProxyConfiguration configuration =
        (KubeProxyConfiguration)
            one(
                """
                apiVersion: kubeproxy.config.k8s.io/v1alpha1
                kind: KubeProxyConfiguration
                clusterCIDR: ""
                """);
    assertThat(configuration.clusterCIDR()).contains("");
    assertThat(configuration.mode()).isEmpty();
  }

  @Test
  void settingsOfKubeProxyAreReadWithoutVersionAndKind() {
    Problems problems = new Problems();
    Value value = value("{iptables: {masqueradeAll: true, syncPeriod: 30s}, mod: ipvs}", problems);

    assertThat(ObjectDecoder.decodeKubeProxyConfiguration(value))
        .isEqualTo(KubeProxyConfiguration.EMPTY);
    assertThat(problems.list())
        .extracting(Object::toString)
        .containsExactly("f.yaml:1:52: kubeProxy.mod: unknown field; did you mean mode?");

    Value right = value("{iptables: {masqueradeAll: true}, mode: ipvs}", new Problems());
    assertThat(ObjectDecoder.decodeKubeProxyConfiguration(right).iptables().masqueradeAll())
        .contains(true);
  }

  private static Value value(String yaml, Problems problems) {
    return Value.of(SourceReader.read("f.yaml", yaml).get(0).root(), "kubeProxy", problems);
  }

  private static KubeObject one(String yaml) {
    return load(yaml).get(0).object();
  }

  private static List<LoadedObject> load(String yaml) {
    return new ManifestLoader().addText("f.yaml", yaml).load().objects();
  }

  private static List<String> errors(String yaml) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(yaml)).lines();
  }
}
