package io.kubehop.service.controller.workload;

import io.kubehop.service.api.ReplicaSet;

/** The revisions of a Deployment, which its ReplicaSets carry in an annotation. */
final class Revisions {
  static final String ANNOTATION = "deployment.kubernetes.io/revision";

  private Revisions() {}

  /** The revision of a ReplicaSet; 0 if it has none. */
  static int of(ReplicaSet set) {
    String text = set.metadata().annotations().getOrDefault(ANNOTATION, "0");
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
