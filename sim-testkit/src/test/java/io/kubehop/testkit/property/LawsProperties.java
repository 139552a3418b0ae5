package io.kubehop.testkit.property;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.testkit.Laws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;

/** The laws hold for every cluster that the domain draws. */
@Domain(KubeHopDomain.class)
class LawsProperties {
  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void every_ready_endpoint_is_reachable(@ForAll GeneratedCluster cluster) {
    Laws.everyReadyEndpointIsReachable(cluster.start());
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void no_traffic_to_terminating_Pods(@ForAll GeneratedCluster cluster) {
    Laws.noTrafficToTerminatingPods(cluster.start());
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void the_reply_comes_from_the_called_address(@ForAll GeneratedCluster cluster) {
    Laws.replyFromCalledAddress(cluster.start());
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void they_hold_after_each_change(@ForAll GeneratedRun run) {
    run.play(Laws::noTrafficToTerminatingPods);
    run.play(Laws::replyFromCalledAddress);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
  void all_modes_agree(@ForAll GeneratedCluster cluster) {
    Laws.modesAgree(cluster::start, "iptables", "ipvs", "nftables");
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void all_modes_agree_on_a_cluster_in_use_that_has_changed(@ForAll GeneratedRun run) {
    Laws.modesAgree(mode -> played(run, mode), "iptables", "ipvs", "nftables");
  }

  /**
   * With calls before each change, so that affinity and connections have something to remember. No
   * node fails: until that is noticed, a client with affinity fares as the endpoint it was given.
   */
  private static ClusterSimulation played(GeneratedRun run, String mode) {
    GeneratedCluster generated = run.cluster();
    ClusterSimulation cluster = generated.start(mode);
    for (GeneratedChange change : run.changes()) {
      for (int i = 0; i < generated.services().size(); i++) {
        cluster.send(new GeneratedRequest(change.number(), i).in(generated));
      }
      if (change.kind() != GeneratedChange.Kind.FAIL) {
        change.in(generated, cluster);
      }
    }
    return cluster;
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void every_request_is_possible(
      @ForAll GeneratedCluster cluster, @ForAll GeneratedRequest request) {
    cluster.start().send(request.in(cluster));
  }
}
