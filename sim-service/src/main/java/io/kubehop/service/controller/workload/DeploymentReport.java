package io.kubehop.service.controller.workload;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.DeploymentStatus;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.apiserver.ApiServer;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** What a Deployment says about its progress (pkg/controller/deployment, calculateStatus). */
final class DeploymentReport {

  private DeploymentReport() {}

  static void write(
      ApiServer apiServer,
      Deployment deployment,
      List<ReplicaSet> sets,
      Optional<ReplicaSet> newest) {
    int wanted = deployment.spec().replicas();
    int available = sum(sets, set -> set.status().availableReplicas());
    int maxUnavailable =
        deployment.spec().strategy().isRecreate()
            ? 0
            : deployment.spec().strategy().maxUnavailable().scaledTo(wanted, false);
    boolean isAvailable = available >= wanted - maxUnavailable;
    DeploymentStatus status =
        new DeploymentStatus(
            deployment.metadata().generation(),
            sum(sets, set -> set.status().replicas()),
            newest.map(set -> set.status().replicas()).orElse(0),
            sum(sets, set -> set.status().readyReplicas()),
            available,
            Math.max(0, wanted - available),
            List.of(condition(apiServer, deployment, isAvailable)));
    apiServer.update(deployment.withStatus(status));
  }

  private static int sum(List<ReplicaSet> sets, ToIntFunction<ReplicaSet> count) {
    return sets.stream().mapToInt(count).sum();
  }

  private static Condition condition(ApiServer apiServer, Deployment deployment, boolean holds) {
    String status = holds ? "True" : "False";
    return deployment.status().conditions().stream()
        .filter(old -> old.type().equals("Available") && old.status().equals(status))
        .findFirst()
        .orElseGet(
            () ->
                new Condition(
                    "Available",
                    status,
                    holds ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
                    "",
                    Optional.of(apiServer.now())));
  }
}
