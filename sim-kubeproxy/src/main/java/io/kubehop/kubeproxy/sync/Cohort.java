package io.kubehop.kubeproxy.sync;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RefCell;

/** Nodes with the same pace: they go on together. */
final class Cohort {
  private final RefCell<Pace> pace;
  private final JournaledMap<String, Boolean> nodes;

  Cohort(Journal journal, Pace pace) {
    this.pace = new RefCell<>(journal, pace);
    this.nodes = new JournaledMap<>(journal);
  }

  Pace pace() {
    return pace.get();
  }

  void setPace(Pace other) {
    pace.set(other);
  }

  JournaledMap<String, Boolean> nodes() {
    return nodes;
  }
}
