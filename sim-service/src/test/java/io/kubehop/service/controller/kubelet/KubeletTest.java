package io.kubehop.service.controller.kubelet;

import static io.kubehop.service.TestCluster.key;
import static io.kubehop.service.Yaml.on80;
import static io.kubehop.service.Yaml.pod;
import static io.kubehop.service.Yaml.runningPod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.TestCluster;
import io.kubehop.service.api.Pod;
import io.kubehop.service.config.ClusterConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubeletTest {
  private final TestCluster cluster = new TestCluster();
  private final List<String> runtime = new ArrayList<>();

  private void record() {
    cluster.controlPlane.addRuntime(
        new PodRuntime() {
          @Override
          public void started(Pod pod) {
            note("started", pod);
          }

          @Override
          public void stopping(Pod pod) {
            note("stopping", pod);
          }

          @Override
          public void crashed(Pod pod) {
            note("crashed", pod);
          }

          @Override
          public void restarted(Pod pod) {
            note("restarted", pod);
          }

          @Override
          public void ended(Pod pod) {
            note("ended", pod);
          }

          private void note(String what, Pod pod) {
            long seconds = cluster.simulation.now() / 1_000_000_000;
            runtime.add(what + " " + pod.metadata().name() + " @" + seconds + "s");
          }
        });
  }

  @Test
  void podsGetTheLowestFreeAddressFromTheSecondOn() {
    cluster.start(
        pod("a"),
        pod("b").replace("spec: {", "spec: {nodeName: node-a, "),
        runningPod("given", "node-a", "10.244.0.3", true));

    assertThat(cluster.pod("b").status().podIP()).isEqualTo("10.244.0.2");
    assertThat(cluster.pod("a").status().podIP()).isEqualTo("10.244.1.2");

    cluster.apply(pod("c").replace("spec: {", "spec: {nodeName: node-a, "));
    assertThat(cluster.pod("c").status().podIP()).isEqualTo("10.244.0.4");
  }

  @Test
  void addressOfAnEndedPodIsUsedAgain() {
    cluster.start(pod("a")).delete("Pod/default/a").pass(Duration.ofMinutes(1)).apply(pod("b"));

    assertThat(cluster.pod("b").status().podIP()).isEqualTo("10.244.0.2");
  }

  @Test
  void podsOfADualStackClusterHaveTwoAddresses() {
    TestCluster dual =
        new TestCluster(
            ClusterConfig.DEFAULT.withServiceCIDRs(
                List.of(Cidr.parse("10.96.0.0/16"), Cidr.parse("fd00:96::/108"))));
    dual.start(pod("a"), pod("b"));

    assertThat(dual.pod("a").status().podIPs()).containsExactly("10.244.0.2", "fd00:10:244::2");
    assertThat(dual.pod("b").status().podIPs()).containsExactly("10.244.1.2", "fd00:10:244:1::2");
  }

  @Test
  void hostNetworkPodHasTheAddressOfItsNodeAndOpensItsPortsThere() {
    cluster.start(pod("a").replace("spec: {", "spec: {hostNetwork: true, "));

    assertThat(cluster.pod("a").status().podIPs()).containsExactly("192.168.0.2");
    assertThat(cluster.pod("a").spec().containers().get(0).ports().get(0).hostPort()).isEqualTo(80);
  }

  @Test
  void readinessProbeDelaysReadiness() {
    cluster.controlPlane.load(
        TestCluster.read(
            pod("a")
                .replace(
                    "image: web",
                    "image: web, readinessProbe: {tcpSocket: {port: 80}, initialDelaySeconds: 20, successThreshold: 2, periodSeconds: 5}")));
    cluster.simulation.runUntil(Duration.ofSeconds(20).toNanos());
    assertThat(cluster.pod("a").status().phase()).isEqualTo("Running");
    assertThat(cluster.pod("a").status().isReady()).isFalse();

    cluster.settle();
    assertThat(cluster.pod("a").status().isReady()).isTrue();
    assertThat(Duration.ofNanos(cluster.simulation.now()))
        .isBetween(Duration.ofSeconds(26), Duration.ofSeconds(27));
  }

  @Test
  void readinessGateKeepsAPodUnready() {
    cluster.start(
        pod("a").replace("spec: {", "spec: {readinessGates: [{conditionType: example.com/x}], "));

    assertThat(cluster.pod("a").status().isReady()).isFalse();
  }

  @Test
  void preStopSleepKeepsTheListenersOpenAndThenThePodEnds() {
    record();
    cluster.start(
        on80("web"),
        pod("a").replace("image: web", "image: web, lifecycle: {preStop: {sleep: {seconds: 15}}}"));
    cluster.delete("Pod/default/a");
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.2 serving terminating");

    cluster.pass(Duration.ofMinutes(1));
    assertThat(cluster.findPod("a")).isEmpty();
    assertThat(runtime).containsExactly("started a @1s", "stopping a @16s", "ended a @16s");
  }

  @Test
  void preStopHookEndsAtTheGracePeriod() {
    record();
    cluster.start(
        pod("a")
            .replace("spec: {", "spec: {terminationGracePeriodSeconds: 5, ")
            .replace(
                "image: web",
                "image: web, lifecycle: {preStop: {exec: {command: [sh, -c, sleep 60]}}}"));
    cluster.delete("Pod/default/a").pass(Duration.ofMinutes(1));

    assertThat(runtime).containsExactly("started a @1s", "stopping a @6s", "ended a @6s");
  }

  @Test
  void podThatBringsAStatusIsTakenAtItsWord() {
    record();
    cluster.start(runningPod("a", "node-b", "10.244.1.77", false));

    assertThat(cluster.pod("a").status().podIP()).isEqualTo("10.244.1.77");
    assertThat(cluster.pod("a").status().isReady()).isFalse();
    assertThat(cluster.pod("a").status().hostIP()).isEqualTo("192.168.0.3");
    assertThat(runtime).containsExactly("started a @0s");
  }

  @Test
  void addressThatAnotherRunningPodHasIsRefused() {
    cluster.start(runningPod("a", "node-a", "10.244.0.10", true));

    assertThat(cluster.refusal(runningPod("b", "node-b", "10.244.0.10", true)))
        .containsExactly(
            "status.podIP: Invalid value: \"10.244.0.10\": is already the address of"
                + " Pod/default/a");
  }

  @Test
  void readinessCanBeSetAndTakenBack() {
    cluster.start(on80("web"), pod("a"));
    cluster.controlPlane.setReady(key("Pod/default/a"), false);
    assertThat(cluster.settle().endpoints("web")).containsExactly("10.244.0.2");

    cluster.controlPlane.setReady(key("Pod/default/a"), true);
    assertThat(cluster.settle().endpoints("web")).containsExactly("10.244.0.2 ready serving");
  }

  @Test
  void crashedPodTurnsUnreadyAndComesBack() {
    cluster.start(on80("web"), runningPod("a", "node-a", "10.244.0.10", true));
    cluster.controlPlane.failPod(key("Pod/default/a"));
    cluster.pass(Duration.ofSeconds(2));
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.10");

    cluster.controlPlane.recoverPod(key("Pod/default/a"));
    cluster.settle();
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.10 ready serving");
  }
}
