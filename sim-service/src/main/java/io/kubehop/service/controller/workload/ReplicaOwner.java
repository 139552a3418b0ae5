package io.kubehop.service.controller.workload;

import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicaSetSpec;
import io.kubehop.service.api.ReplicaSetStatus;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.apiserver.ApiServer;
import java.util.List;
import java.util.Optional;

/**
 * A ReplicaSet, or its older form, a ReplicationController: both keep a number of equal Pods.
 *
 * @param object the object itself
 * @param spec what it asks for
 * @param status how far it is
 */
record ReplicaOwner(KubeObject object, ReplicaSetSpec spec, ReplicaSetStatus status) {

  static ReplicaOwner of(ReplicaSet set) {
    return new ReplicaOwner(set, set.spec(), set.status());
  }

  static ReplicaOwner of(ReplicationController controller) {
    return new ReplicaOwner(controller, controller.spec(), controller.status());
  }

  LabelSelector selector() {
    return spec.selector()
        .orElse(new LabelSelector(spec.template().metadata().labels(), List.of()));
  }

  /**
   * What the names of its Pods begin with: its own name, but for a Deployment's the name of that,
   * and from the second revision on the number of the revision as well.
   */
  String podNamePrefix() {
    ObjectMeta meta = object.metadata();
    Optional<String> deployment =
        meta.controller()
            .filter(owner -> owner.kind().equals(Deployment.KIND))
            .map(OwnerReference::name);
    String revision = meta.annotations().getOrDefault(Revisions.ANNOTATION, "1");
    return deployment
        .map(name -> revision.equals("1") ? name : name + "-" + revision)
        .orElse(meta.name());
  }

  void writeStatus(ApiServer apiServer, ReplicaSetStatus now) {
    if (object instanceof ReplicaSet set) {
      apiServer.update(set.withStatus(now));
    } else if (object instanceof ReplicationController controller) {
      apiServer.update(controller.withStatus(now));
    }
  }
}
