package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.StatefulSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that the API server fills in without looking at other fields. */
class DefaultsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 80",
    "', targetPort: 0', 80",
    "', targetPort: \"\"', 80",
    "', targetPort: web', web",
    "', targetPort: 8080', 8080"
  })
  void theTargetPortIsThePortUnlessSaid(String more, String target) {
    Service service = load(Service.class, "v1", "spec: {ports: [{port: 80%s}]}".formatted(more));

    assertThat(service.spec().ports().get(0).targetPort()).hasToString(target);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1, Optional[1]",
    "parallelism: 3, 3, Optional.empty",
    "completions: 3, 1, Optional[3]"
  })
  void oneJobPodHasToSucceedWhereNothingIsSaid(String spec, int parallelism, String completions) {
    Job job = load(Job.class, "batch/v1", "spec: {%s}".formatted(spec));

    assertThat(job.spec().parallelism()).isEqualTo(parallelism);
    assertThat(job.spec().completions()).hasToString(completions);
  }

  @Test
  void aReplicationControllerSelectsTheLabelsOfItsTemplate() {
    ReplicationController controller =
        load(ReplicationController.class, "v1", "spec: {template: {metadata: {labels: {a: b}}}}");

    assertThat(controller.spec().selector().orElseThrow().matchLabels()).containsEntry("a", "b");
    assertThat(controller.spec().replicas()).isEqualTo(1);
  }

  @Test
  void podsHaveTheirGraceAndPolicies() {
    Pod pod =
        load(
            Pod.class,
            "v1",
            "spec: {containers: [{name: c, ports: [{containerPort: 80}], readinessProbe: {httpGet:"
                + " {port: 80}}, livenessProbe: {}}]}");

    assertThat(pod.spec().terminationGracePeriodSeconds()).isEqualTo(30);
    assertThat(pod.spec().restartPolicy()).isEqualTo("Always");
    assertThat(pod.spec().dnsPolicy()).isEqualTo("ClusterFirst");
    var container = pod.spec().containers().get(0);
    assertThat(container.ports().get(0).protocol()).isEqualTo("TCP");
    assertThat(container.livenessProbe()).isEmpty();
    assertThat(container.readinessProbe().orElseThrow().action().path()).isEqualTo("/");
    assertThat(container.readinessProbe().orElseThrow().failureThreshold()).isEqualTo(3);
  }

  @Test
  void olderFormsOfAddressesAreUnderstood() {
    Pod pod = load(Pod.class, "v1", "status: {podIP: 10.0.0.1, hostIP: 10.0.0.2}");

    assertThat(pod.status().podIPs()).containsExactly("10.0.0.1");
    assertThat(pod.status().hostIPs()).containsExactly("10.0.0.2");
  }

  @Test
  void workloadsHaveTheirStrategies() {
    StatefulSet set = load(StatefulSet.class, "apps/v1", "spec: {}");
    DaemonSet daemons = load(DaemonSet.class, "apps/v1", "spec: {}");

    assertThat(set.spec().podManagementPolicy()).isEqualTo("OrderedReady");
    assertThat(daemons.spec().maxUnavailable()).isEqualTo(IntOrString.of(1));
  }

  @Test
  void anEndpointOfUnknownConditionCountsAsReady() {
    EndpointSlice slice =
        load(EndpointSlice.class, "discovery.k8s.io/v1", "endpoints: [{addresses: [a]}]");

    assertThat(slice.endpoints().get(0).conditions().isReady()).isTrue();
    assertThat(slice.endpoints().get(0).conditions().isServing()).isTrue();
    assertThat(slice.endpoints().get(0).conditions().isTerminating()).isFalse();
  }

  private static <T extends KubeObject> T load(Class<T> type, String version, String rest) {
    String text =
        "apiVersion: %s\nkind: %s\nmetadata: {name: a}\n%s\n"
            .formatted(version, type.getSimpleName(), rest);
    return type.cast(new ManifestLoader().addText("f.yaml", text).load().objects().get(0).object());
  }
}
