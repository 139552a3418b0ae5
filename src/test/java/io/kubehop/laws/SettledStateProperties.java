package io.kubehop.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.get.ObjectView;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.source.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * The control plane has no memory: whatever happened before, once things have settled the cluster
 * is what a fresh one becomes that is given the same objects. What leaked (an address that nobody
 * gave back, a slice that nobody deleted, a rule that nobody withdrew) would make a difference.
 */
class SettledStateProperties {
  private static final List<String> NODES = List.of("node-a", "node-b");

  /** Something that a user does, or that happens. */
  private interface Deed {
    void doTo(ClusterSimulation cluster);
  }

  @Property(tries = 20, shrinking = ShrinkingMode.BOUNDED)
  void a_settled_cluster_is_what_its_objects_make_of_a_fresh_one(
      @ForAll("histories") List<Deed> history) {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(START);
    history.forEach(deed -> tryTo(deed, cluster));
    NODES.forEach(node -> cluster.recover("node/" + node));
    cluster.advance(Duration.ofMinutes(15));

    ClusterSimulation fresh = ClusterSimulation.fromYaml(withoutSlices(cluster));

    assertThat(state(fresh)).isEqualTo(state(cluster));
    assertThat(slices(fresh)).isEqualTo(slices(cluster));
    assertThat(rules(fresh)).isEqualTo(rules(cluster));
    assertThat(newcomers(fresh)).isEqualTo(newcomers(cluster));
    assertThat(addressesLeft(fresh)).isEqualTo(addressesLeft(cluster));
  }

  private static final String START =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: s}
      cluster:
        serviceCIDRs: [10.96.0.0/29]
        nodePortRange: 30000-30002
        loadBalancer: {pool: [203.0.113.0/30], delay: 1s}
      objects:
      - {apiVersion: v1, kind: Service, metadata: {name: s0}, spec: {selector: {app: d0}, ports: [{port: 80, targetPort: 8080}]}}
      """;

  private static void tryTo(Deed deed, ClusterSimulation cluster) {
    try {
      deed.doTo(cluster);
    } catch (NotPossibleException | InvalidInputException refused) {
      // A refused change must leave no trace either.
      cluster.advance(Duration.ZERO);
    }
  }

  @Provide
  Arbitrary<List<Deed>> histories() {
    Arbitrary<Integer> which = Arbitraries.integers().between(0, 2);
    Arbitrary<Deed> scale =
        which.flatMap(
            d ->
                Arbitraries.integers()
                    .between(0, 4)
                    .map(n -> named(c -> c.apply(deployment(d, n)), "scale d" + d + " to " + n)));
    Arbitrary<Deed> service =
        which.flatMap(
            s ->
                Arbitraries.of("ClusterIP", "NodePort", "LoadBalancer")
                    .map(type -> named(c -> c.apply(service(s, type)), "s" + s + " is " + type)));
    Arbitrary<Deed> delete =
        which.flatMap(
            i ->
                Arbitraries.of("Deployment/default/d", "Service/default/s", "Pod/default/d0-")
                    .map(kind -> named(c -> c.delete(kind + i), "delete " + kind + i)));
    Arbitrary<Deed> ready =
        which.flatMap(
            i ->
                Arbitraries.of(true, false)
                    .map(
                        value ->
                            named(
                                c -> c.ready("default/d0-" + i, value),
                                "d0-" + i + " ready " + value)));
    Arbitrary<Deed> fail =
        Arbitraries.of(NODES)
            .flatMap(
                node ->
                    Arbitraries.of(true, false)
                        .map(
                            failed ->
                                named(
                                    c -> {
                                      if (failed) {
                                        c.fail("node/" + node);
                                      } else {
                                        c.recover("node/" + node);
                                      }
                                    },
                                    node + (failed ? " fails" : " recovers"))));
    Arbitrary<Deed> pass =
        Arbitraries.of(1, 30, 60, 400)
            .map(s -> named(c -> c.advance(Duration.ofSeconds(s)), s + " s pass"));
    return Arbitraries.oneOf(scale, service, delete, ready, fail, pass).list().ofMaxSize(12);
  }

  private static Deed named(Deed deed, String name) {
    return new Deed() {
      @Override
      public void doTo(ClusterSimulation cluster) {
        deed.doTo(cluster);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }

  private static String deployment(int number, int replicas) {
    return """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: dNO}, spec: {
          replicas: COUNT, selector: {matchLabels: {app: dNO}}, template: {
            metadata: {labels: {app: dNO}}, spec: {containers: [
              {name: c, image: x, ports: [{containerPort: 8080}]}]}}}}
        """
        .replace("NO", String.valueOf(number))
        .replace("COUNT", String.valueOf(replicas));
  }

  private static String service(int number, String type) {
    return """
        {apiVersion: v1, kind: Service, metadata: {name: sNO}, spec: {
          type: TYPE, selector: {app: dNO}, ports: [{port: 80, targetPort: 8080}]}}
        """
        .replace("NO", String.valueOf(number))
        .replace("TYPE", type);
  }

  private static String withoutSlices(ClusterSimulation cluster) {
    String cut = START.substring(0, START.indexOf("objects:"));
    ObjectView view = cluster.get("");
    StringBuilder yaml = new StringBuilder(cut);
    for (KubeObject object : view.objects()) {
      if (!(object instanceof EndpointSlice)) {
        yaml.append("---\n").append(cluster.get(object.key().toString()).yaml());
      }
    }
    return yaml.toString();
  }

  private static String state(ClusterSimulation cluster) {
    return cluster.get("").objects().stream()
        .filter(object -> !(object instanceof EndpointSlice))
        .map(object -> cluster.get(object.key().toString()).yaml())
        .collect(Collectors.joining("---\n"));
  }

  private static TreeSet<String> slices(ClusterSimulation cluster) {
    return cluster.get("").objects().stream()
        .filter(EndpointSlice.class::isInstance)
        .map(object -> form((EndpointSlice) object))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String form(EndpointSlice slice) {
    return slice.serviceName()
        + slice.ports()
        + slice.endpoints().stream().map(Endpoint::toString).sorted().toList();
  }

  private static String rules(ClusterSimulation cluster) {
    return NODES.stream()
        .map(node -> cluster.rules(node, IpFamily.IPV4))
        .collect(Collectors.joining("\n"));
  }

  /** Which addresses Pods get that come next: the lowest that are free. */
  private static List<Object> newcomers(ClusterSimulation cluster) {
    cluster.apply(deployment(9, 3)).advance(Duration.ofMinutes(1));
    return List.of("d9-0", "d9-1", "d9-2").stream()
        .map(pod -> cluster.get("Pod/default/" + pod).field("status.podIP").orElseThrow())
        .toList();
  }

  /** How many Services of type LoadBalancer still find a cluster IP and a node port. */
  private static int addressesLeft(ClusterSimulation cluster) {
    int made = 0;
    for (int i = 10; i < 20; i++) {
      try {
        cluster.apply(service(i, "LoadBalancer"));
        made++;
      } catch (InvalidInputException full) {
        break;
      }
    }
    return made;
  }
}
