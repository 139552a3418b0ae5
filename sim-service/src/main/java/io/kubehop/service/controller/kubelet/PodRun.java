package io.kubehop.service.controller.kubelet;

import java.util.Optional;

/**
 * What a kubelet knows of a Pod that it runs.
 *
 * @param uid the identity of the Pod, so that an event for a predecessor of the same name is not
 *     taken for one of this Pod
 * @param stage how far its life is
 * @param probed whether its probes have succeeded
 * @param forced what a fault or a user says of its readiness, over what the probes say
 */
record PodRun(String uid, Stage stage, boolean probed, Optional<Boolean> forced) {

  /** The stages of the life of a Pod on its node, in order. */
  enum Stage {
    STARTING,
    RUNNING,
    PRE_STOP,
    STOPPING
  }

  static PodRun starting(String uid) {
    return new PodRun(uid, Stage.STARTING, false, Optional.empty());
  }

  PodRun at(Stage next) {
    return new PodRun(uid, next, probed, forced);
  }

  PodRun withProbed(boolean succeeded) {
    return new PodRun(uid, stage, succeeded, forced);
  }

  PodRun withForced(Optional<Boolean> readiness) {
    return new PodRun(uid, stage, probed, readiness);
  }

  boolean isRunning() {
    return stage != Stage.STARTING;
  }

  boolean isTerminating() {
    return stage == Stage.PRE_STOP || stage == Stage.STOPPING;
  }

  boolean isReady() {
    return forced.orElse(probed);
  }
}
