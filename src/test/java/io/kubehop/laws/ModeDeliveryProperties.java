package io.kubehop.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.laws.ExposedService.Backend;
import io.kubehop.laws.ExposedService.State;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * ipvs mode and iptables mode deliver a connection to the same endpoints, which see the same
 * source, but for the differences that docs/modes.md lists.
 */
class ModeDeliveryProperties {
  /** What is called, and by whom. */
  private record Caller(Target target, Origin origin, String node) {
    String source() {
      return switch (origin) {
        case POD -> "ip/" + ExposedService.podAddress(node, 90);
        case ENDPOINT -> "ip/" + ExposedService.podAddress(node, 0);
        case NODE -> "node/" + node;
        case OUTSIDE -> "external/203.0.113.9";
      };
    }

    Request request(String protocol) {
      String to = protocol.toLowerCase(Locale.ROOT) + "://" + target.socket(node);
      return Request.of(source(), to).withNode(node);
    }
  }

  private enum Origin {
    POD,
    ENDPOINT,
    NODE,
    OUTSIDE
  }

  private enum Target {
    CLUSTER_IP,
    EXTERNAL_IP,
    LOAD_BALANCER,
    NODE_PORT;

    String socket(String node) {
      return switch (this) {
        case CLUSTER_IP -> ExposedService.CLUSTER_IP + ":80";
        case EXTERNAL_IP -> ExposedService.EXTERNAL_IP + ":80";
        case LOAD_BALANCER -> ExposedService.LOAD_BALANCER + ":80";
        case NODE_PORT -> ExposedService.nodeAddress(node) + ":" + ExposedService.NODE_PORT;
      };
    }

    boolean isExternal() {
      return this != CLUSTER_IP;
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
  void endpoints_and_the_source_that_they_see_are_the_same(
      @ForAll("services") ExposedService service, @ForAll("callers") Caller caller) {
    Set<String> iptables = delivered(service, ProxyMode.IPTABLES, caller);

    Set<String> ipvs = delivered(service, ProxyMode.IPVS, caller);

    if (isKnownDifference(service, caller)) {
      assertThat(endpoints(ipvs)).isSubsetOf(reachedByIpvs(service, caller));
    } else {
      assertThat(ipvs).isEqualTo(iptables);
    }
  }

  /** The section of docs/modes.md on ipvs. */
  private static boolean isKnownDifference(ExposedService service, Caller caller) {
    if (caller.target().isExternal()) {
      return service.externalLocal() && caller.origin() != Origin.OUTSIDE;
    }
    return service.internalLocal() && !service.hasUsable(caller.node());
  }

  /**
   * What ipvs mode may reach where it differs: the endpoints of the node, or without one all. The
   * node's own packets to an address that is none of its own keep that address as their source, so
   * only endpoints of the node can answer.
   */
  private static Set<String> reachedByIpvs(ExposedService service, Caller caller) {
    boolean ownAddress = caller.target() == Target.NODE_PORT;
    boolean here = caller.origin() == Origin.NODE && caller.target().isExternal() && !ownAddress;
    return service.hasUsable(caller.node()) || here
        ? service.usable(caller.node())
        : service.usable("");
  }

  private static Set<String> endpoints(Set<String> delivered) {
    Set<String> endpoints = new TreeSet<>();
    delivered.forEach(each -> endpoints.add(each.substring(0, each.indexOf(' '))));
    return endpoints;
  }

  private static Set<String> delivered(ExposedService service, ProxyMode mode, Caller caller) {
    Scenario scenario = new ManifestInputs().addText("generated", service.scenario()).load();
    ClusterSimulation cluster =
        ClusterSimulation.of(scenario.withCluster(scenario.cluster().withForcedMode(mode)));
    Connection connection = cluster.send(caller.request(service.protocol()));
    Set<String> found = new TreeSet<>();
    for (Way way : connection.ways()) {
      if (way.ending().outcome() == Outcome.DELIVERED) {
        found.add(
            way.ending().endpoint().orElseThrow()
                + " sees "
                + way.ending().sourceIP().orElseThrow());
      }
    }
    return found;
  }

  @Provide
  Arbitrary<Caller> callers() {
    return Combinators.combine(Arbitraries.of(Target.class), Arbitraries.of(Origin.class), node())
        .as(Caller::new);
  }

  @Provide
  Arbitrary<ExposedService> services() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    Arbitrary<List<String>> ranges =
        Arbitraries.of(
            List.of(),
            List.of("203.0.113.0/24"),
            List.of("192.168.0.2/32"),
            List.of("10.244.0.0/16", "203.0.113.9/32"));
    Arbitrary<Backend> backend =
        Combinators.combine(node(), Arbitraries.of(State.class)).as(Backend::new);
    return Combinators.combine(
            Arbitraries.of("TCP", "UDP"),
            flag,
            flag,
            flag,
            flag,
            ranges,
            backend.list().ofMaxSize(5))
        .as(ExposedService::new);
  }

  private static Arbitrary<String> node() {
    return Arbitraries.of("a", "b", "c");
  }
}
