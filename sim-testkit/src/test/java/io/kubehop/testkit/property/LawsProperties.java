package io.kubehop.testkit.property;

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
    Laws.modesAgree(cluster::start, "iptables", "ipvs");
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
  void every_request_is_possible(
      @ForAll GeneratedCluster cluster, @ForAll GeneratedRequest request) {
    cluster.start().send(request.in(cluster));
  }
}
