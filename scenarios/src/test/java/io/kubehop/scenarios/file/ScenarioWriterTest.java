package io.kubehop.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.ScenarioRun;
import io.kubehop.service.source.SourceReader;
import org.junit.jupiter.api.Test;

class ScenarioWriterTest {
  private static final String SCENARIO =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: s}
      cluster:
        proxyMode: iptables
        clusterDomain: example.local
        serviceCIDRs: [10.97.0.0/16]
        podCIDRs: [10.10.0.0/16]
        nodePortRange: 31000-31010
        loadBalancer: {pool: [203.0.113.0/28], delay: 1500ms}
        cni: bridge
        epoch: 2026-02-03T04:05:06Z
        seed: 7
        upstreamDNS: {www.example.com: [203.0.113.80]}
        nodes:
        - name: n1
          addresses: [10.0.0.1]
          podCIDRs: [10.10.1.0/24]
          labels: {a: b}
          kubeProxy: {iptables: {masqueradeAll: true}}
          resolvConf: {search: [corp.example], nameservers: [192.0.2.53], options: ['ndots:1']}
          sysctls: {net.ipv4.conf.all.route_localnet: 1}
        - {name: n2}
      objects:
      - apiVersion: v1
        kind: Pod
        metadata: {name: cart-0, labels: {app: cart}}
        spec: {nodeName: n1, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      - apiVersion: v1
        kind: Service
        metadata: {name: cart}
        spec: {clusterIP: 10.97.0.12, selector: {app: cart}, ports: [{port: 80, targetPort: 8080}]}
      """;

  @Test
  void what_it_writes_is_read_as_the_same_cluster_and_repeats_the_connection() {
    Scenario scenario = read(SCENARIO);
    Request request =
        Request.of("node/n2", "tcp://10.97.0.12:80").withSourcePort(40001).withCount(2);
    Connection connection = ClusterSimulation.of(scenario).send(request);

    Scenario written = read(ScenarioWriter.write(scenario, connection));

    assertThat(written.cluster()).isEqualTo(scenario.cluster());
    assertThat(written.objects()).hasSameSizeAs(scenario.objects());
    Step.Send send = (Step.Send) written.steps().get(0);
    assertThat(send.request()).isEqualTo(request);
    assertThat(send.expect().sourceIP()).isPresent();
    ScenarioResult result = ScenarioRun.run(written);
    assertThat(result.steps().get(0).failures()).isEmpty();
  }

  private static Scenario read(String yaml) {
    return ScenarioReader.read("s.yaml", SourceReader.read("s.yaml", yaml)).get(0);
  }
}
