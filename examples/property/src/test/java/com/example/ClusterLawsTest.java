package com.example;

import io.kubehop.testkit.Laws;
import io.kubehop.testkit.property.GeneratedCluster;
import io.kubehop.testkit.property.GeneratedRun;
import io.kubehop.testkit.property.KubeHopDomain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(KubeHopDomain.class)
class ClusterLawsTest {
  @Property(tries = 20)
  void every_ready_endpoint_is_reachable(@ForAll GeneratedCluster cluster) {
    Laws.everyReadyEndpointIsReachable(cluster.start());
  }

  @Property(tries = 10)
  void no_traffic_to_terminating_Pods_whatever_happens(@ForAll GeneratedRun run) {
    run.play(Laws::noTrafficToTerminatingPods);
  }
}
