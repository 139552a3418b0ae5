package io.kubehop.service.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.SourceNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectPrinterTest {

  @Test
  void whatTheClusterAllocatedWinsOverTheManifest() {
    LoadedObject loaded =
        load(
            "{apiVersion: v1, kind: Service, metadata: {name: a, namespace: shop}, spec: {type:"
                + " NodePort, ports: [{port: 80}]}, status: {loadBalancer: {}}}");
    Service service = (Service) loaded.object();
    Service allocated =
        service
            .withSpec(
                service.spec().toBuilder()
                    .clusterIP("10.96.0.12")
                    .clusterIPs(List.of("10.96.0.12"))
                    .ports(List.of(service.spec().ports().get(0).withNodePort(30080)))
                    .build())
            .withStatus(
                new ServiceStatus(List.of(LoadBalancerIngress.ofVip("203.0.113.1")), List.of()));

    SourceNode tree = ObjectPrinter.tree(allocated, Optional.of(loaded.source()));

    assertThat(field(tree, "spec.ports[0].nodePort")).isEqualTo(30080L);
    assertThat(field(tree, "status.loadBalancer.ingress[0].ip")).isEqualTo("203.0.113.1");
    assertThat(ObjectPrinter.yaml(tree))
        .isEqualTo(
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: a
              namespace: shop
            spec:
              clusterIP: 10.96.0.12
              clusterIPs:
              - 10.96.0.12
              ports:
              - nodePort: 30080
                port: 80
                protocol: TCP
                targetPort: 80
              sessionAffinity: None
              type: NodePort
            status:
              loadBalancer:
                ingress:
                - ip: 203.0.113.1
                  ipMode: VIP
            """);
  }

  @Test
  void whatTheClusterTookAwayIsNoLongerPrinted() {
    LoadedObject loaded =
        load(
            "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: NodePort,"
                + " externalTrafficPolicy: Local, sessionAffinityConfig: {clientIP:"
                + " {timeoutSeconds: 5}}, ports: [{port: 80, nodePort: 30080}]}, status:"
                + " {loadBalancer: {ingress: [{ip: 1.2.3.4}]}}}");
    Service service = (Service) loaded.object();
    Service reduced =
        service
            .withSpec(
                service.spec().toBuilder()
                    .type("ClusterIP")
                    .externalTrafficPolicy(Optional.empty())
                    .sessionAffinityTimeoutSeconds(Optional.empty())
                    .ports(List.of(service.spec().ports().get(0).withNodePort(0)))
                    .build())
            .withStatus(ServiceStatus.EMPTY);

    SourceNode tree = ObjectPrinter.tree(reduced, Optional.of(loaded.source()));

    assertThat(ObjectPrinter.json(tree))
        .doesNotContain("nodePort", "externalTrafficPolicy", "sessionAffinityConfig", "status");
  }

  @Test
  void fieldsThatRecordsDoNotModelComeFromTheManifest() {
    LoadedObject loaded =
        load(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: p, creationTimestamp: null, managedFields: [{manager: kubectl}]}
            spec:
              containers:
              - {name: a, image: i, env: [{name: X, value: y}]}
              - {name: b, image: j, resources: {limits: {cpu: 1}}}
              volumes: [{name: v, emptyDir: {}}]
            status: {qosClass: Burstable, phase: Pending}
            """);
    Pod pod = (Pod) loaded.object();
    Pod running =
        pod.withStatus(
                new PodStatus(
                    "Running", List.of("10.0.0.1"), List.of(), List.of(), Optional.empty()))
            .withSpec(
                pod.spec().toBuilder()
                    .containers(
                        List.of(pod.spec().containers().get(1), pod.spec().containers().get(0)))
                    .build());

    SourceNode tree = ObjectPrinter.tree(running, Optional.of(loaded.source()));

    assertThat(field(tree, "spec.containers[0].resources.limits.cpu")).isEqualTo(1L);
    assertThat(field(tree, "spec.containers[1].env[0].value")).isEqualTo("y");
    assertThat(field(tree, "spec.volumes[0].emptyDir")).asString().isEqualTo("{}");
    assertThat(field(tree, "status.qosClass")).isEqualTo("Burstable");
    assertThat(field(tree, "status.phase")).isEqualTo("Running");
    assertThat(field(tree, "status.podIPs[0].ip")).isEqualTo("10.0.0.1");
    assertThat(FieldPath.find(tree, "metadata.managedFields")).isEmpty();
    assertThat(FieldPath.find(tree, "metadata.creationTimestamp")).isEmpty();
  }

  @Test
  void anOpaqueObjectIsPrintedAsItWas() {
    LoadedObject loaded =
        load("{apiVersion: a.b/v1, kind: X, metadata: {name: x}, spec: {a: [1, {b: ~}]}}");

    assertThat(ObjectPrinter.tree(loaded.object(), Optional.of(loaded.source())).plain())
        .isEqualTo(loaded.source().plain());
  }

  @Test
  void textsOfASecretAreWrittenAsData() {
    LoadedObject loaded =
        load(
            "{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: hi}, data: {b:"
                + " eA==}}");

    assertThat(field(tree(loaded.object()), "data")).hasToString("{b=eA==, a=aGk=}");
    assertThat(
            ObjectPrinter.yaml(ObjectPrinter.tree(loaded.object(), Optional.of(loaded.source()))))
        .doesNotContain("stringData");
  }

  @Test
  void aRecordMadeByAControllerIsPrintedWithItsDefaults() {
    Deployment deployment =
        (Deployment) load("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}").object();

    assertThat(ObjectPrinter.yaml(tree(deployment)))
        .contains("  replicas: 1\n", "    type: RollingUpdate\n", "maxSurge: 25%\n");
  }

  @Test
  void severalObjectsArePrintedAsAList() {
    SourceNode item = tree(load("{apiVersion: v1, kind: Namespace, metadata: {name: a}}").object());

    assertThat(ObjectPrinter.yaml(ObjectPrinter.list(List.of(item))))
        .isEqualTo(
            """
            apiVersion: v1
            items:
            - apiVersion: v1
              kind: Namespace
              metadata:
                name: a
            kind: List
            metadata:
              resourceVersion: ""
            """);
  }

  private static Object field(SourceNode tree, String path) {
    return FieldPath.find(tree, path).map(SourceNode::plain).orElse("absent");
  }

  private static SourceNode tree(KubeObject object) {
    return ObjectPrinter.tree(object, Optional.empty());
  }

  private static LoadedObject load(String yaml) {
    return new ManifestLoader().addText("f.yaml", yaml).load().objects().get(0);
  }
}
