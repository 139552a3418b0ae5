package io.kubehop.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.time.StateDigest;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.LoadBalancerConfig;
import io.kubehop.service.config.PortRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ControlPlaneProperties {
  private static final ClusterConfig CONFIG =
      ClusterConfig.DEFAULT
          .withServiceCIDRs(List.of(Cidr.parse("10.96.0.0/28")))
          .withNodePortRange(new PortRange(30000, 30007))
          .withLoadBalancer(
              new LoadBalancerConfig(List.of(Cidr.parse("203.0.113.8/30")), Duration.ofSeconds(1)));

  /** One thing that a user does. */
  interface Action {
    void on(TestCluster cluster);
  }

  /**
   * After anything that users and faults do, the settled cluster has as much as one that was loaded
   * with what the users want: the same number of Pods, endpoints, ports and addresses, and no more.
   */
  @Property(tries = 100)
  void nothingLeaks(@ForAll("actions") List<Action> actions) {
    TestCluster cluster = new TestCluster(CONFIG).start();
    actions.forEach(action -> action.on(cluster));
    for (String node : List.of("node-a", "node-b")) {
      cluster.controlPlane.recoverNode(node);
    }
    cluster.settle();
    for (Pod pod : cluster.controlPlane.pods()) {
      cluster.controlPlane.setReady(pod.key(), true);
    }
    cluster.pass(Duration.ofMinutes(10));
    List<KubeObject> wanted = new ArrayList<>();
    for (KubeObject object : cluster.controlPlane.apiServer().list(KubeObject.class)) {
      if (object instanceof Service service) {
        wanted.addAll(TestCluster.read(service(service.metadata().name(), service.spec().type())));
      } else if (object instanceof Deployment deployment) {
        wanted.addAll(workload("Deployment", deployment.metadata(), deployment.spec().replicas()));
      } else if (object instanceof StatefulSet set) {
        wanted.addAll(workload("StatefulSet", set.metadata(), set.spec().replicas()));
      } else if (object instanceof DaemonSet set) {
        wanted.addAll(workload("DaemonSet", set.metadata(), 0));
      }
    }

    TestCluster fresh = new TestCluster(CONFIG);
    fresh.controlPlane.load(wanted);
    fresh.pass(Duration.ofMinutes(10));

    assertThat(summary(cluster)).isEqualTo(summary(fresh));
    assertThat(free(cluster)).isEqualTo(free(fresh));
  }

  /** What is refused leaves the cluster as it was, down to the last random number. */
  @Property(tries = 100)
  void refusedApplyChangesNothing(@ForAll("actions") List<Action> actions) {
    TestCluster cluster = new TestCluster(CONFIG).start();
    actions.forEach(action -> action.on(cluster));
    long before = digest(cluster);

    assertThat(
            cluster.refusal(
                service("fine", "NodePort")
                    + "---\n"
                    + service("bad", "NodePort").replace("80", "0")))
        .isNotEmpty();

    assertThat(digest(cluster)).isEqualTo(before);
  }

  private static long digest(TestCluster cluster) {
    return new StateDigest().add(cluster.simulation).add(cluster.controlPlane.apiServer()).value();
  }

  private static List<KubeObject> workload(String kind, ObjectMeta meta, int replicas) {
    return TestCluster.read(workload(kind, meta.name(), replicas));
  }

  /** What there is, without what only history or chance decides: names, addresses and ages. */
  private static TreeMap<String, Object> summary(TestCluster cluster) {
    TreeMap<String, Object> summary = new TreeMap<>();
    for (Service service : cluster.controlPlane.services()) {
      String name = service.metadata().name();
      summary.put(
          name,
          List.of(
              service.spec().type(),
              service.spec().ports().stream()
                  .map(ServicePort::nodePort)
                  .filter(p -> p != 0)
                  .count(),
              service.status().loadBalancer().size(),
              cluster.endpoints(name).size(),
              cluster.endpoints(name).stream().filter(e -> e.contains("ready")).count()));
    }
    for (Pod pod : cluster.controlPlane.pods()) {
      summary.merge(
          "pods " + pod.metadata().labels().get("app") + pod.status().isReady(),
          1,
          (a, b) -> (int) a + (int) b);
    }
    return summary;
  }

  /** How many Services can still be made: this many addresses and node ports are free. */
  private static int free(TestCluster cluster) {
    int made = 0;
    while (cluster.refusal(service("extra" + made, "NodePort")).isEmpty()) {
      made++;
    }
    return made;
  }

  private static String service(String name, String type) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: default}
        spec: {type: %s, selector: {app: web}, ports: [{port: 80}]}
        """
        .formatted(name, type);
  }

  private static String workload(String kind, String name, int replicas) {
    return Yaml.deployment(replicas, "v1")
        .replace("replicas: " + replicas, kind.equals("DaemonSet") ? "" : "replicas: " + replicas)
        .replace("kind: Deployment", "kind: " + kind)
        .replaceFirst("name: web", "name: " + name);
  }

  @Provide
  Arbitrary<List<Action>> actions() {
    Arbitrary<String> services = Arbitraries.of("s1", "s2", "s3");
    Arbitrary<String> types = Arbitraries.of("ClusterIP", "NodePort", "LoadBalancer");
    Arbitrary<String> workloads = Arbitraries.of("Deployment", "StatefulSet", "DaemonSet");
    Arbitrary<String> nodes = Arbitraries.of("node-a", "node-b");
    Arbitrary<Action> action =
        Arbitraries.oneOf(
            Combinators.combine(services, types)
                .as((name, type) -> c -> c.apply(service(name, type))),
            services.map(name -> c -> c.delete("Service/default/" + name)),
            Combinators.combine(workloads, Arbitraries.integers().between(0, 5))
                .as((kind, replicas) -> c -> c.apply(workload(kind, nameOf(kind), replicas))),
            workloads.map(kind -> c -> c.delete(kind + "/default/" + nameOf(kind))),
            Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
                .as((index, ready) -> c -> setReady(c, index, ready)),
            Arbitraries.integers().between(0, 4).map(index -> c -> deletePod(c, index)),
            nodes.map(node -> c -> c.controlPlane.failNode(node)),
            nodes.map(node -> c -> c.controlPlane.recoverNode(node)),
            Arbitraries.integers().between(1, 400).map(s -> c -> c.pass(Duration.ofSeconds(s))));
    return action.list().ofMaxSize(12);
  }

  private static String nameOf(String kind) {
    return kind.toLowerCase(Locale.ROOT);
  }

  private static void setReady(TestCluster cluster, int index, boolean ready) {
    List<Pod> pods = cluster.controlPlane.pods();
    if (index < pods.size()) {
      cluster.controlPlane.setReady(pods.get(index).key(), ready);
      cluster.settle();
    }
  }

  private static void deletePod(TestCluster cluster, int index) {
    List<Pod> pods = cluster.controlPlane.pods();
    if (index < pods.size()) {
      cluster.controlPlane.delete(pods.get(index).key());
    }
  }
}
