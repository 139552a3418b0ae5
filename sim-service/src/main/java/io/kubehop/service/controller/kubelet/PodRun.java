package io.kubehop.service.controller.kubelet;

import java.util.Optional;

/**
 * What a kubelet knows of a Pod that it runs.
 *
 * @param uid the identity of the Pod, so that an event for a predecessor of the same name is not
 *     taken for one of this Pod
 * @param stage how far its life is
 * @param probed whether its probes have succeeded
 * @param forced what a user says of its readiness, over what the probes say
 * @param crashed whether its containers are gone although they should run
 */
record PodRun(String uid, Stage stage, boolean probed, Optional<Boolean> forced, boolean crashed) {

  /** The stages of the life of a Pod on its node, in order. */
  enum Stage {
    STARTING,
    RUNNING,
    PRE_STOP,
    STOPPING
  }

  static PodRun starting(String uid) {
    return new PodRun(uid, Stage.STARTING, false, Optional.empty(), false);
  }

  PodRun at(Stage next) {
    return new PodRun(uid, next, probed, forced, crashed);
  }

  PodRun withProbed(boolean succeeded) {
    return new PodRun(uid, stage, succeeded, forced, crashed);
  }

  PodRun withForced(boolean readiness) {
    return new PodRun(uid, stage, probed, Optional.of(readiness), crashed);
  }

  PodRun withCrashed(boolean gone) {
    return new PodRun(uid, stage, probed, forced, gone);
  }

  boolean isStarted() {
    return stage != Stage.STARTING;
  }

  boolean isTerminating() {
    return stage == Stage.PRE_STOP || stage == Stage.STOPPING;
  }

  boolean isReady() {
    return !crashed && forced.orElse(probed);
  }
}
