package io.kubehop.kubeproxy.sync;

import java.util.List;

/** Brings nodes up to date. */
@FunctionalInterface
public interface SyncTask {
  /** Writes what these nodes should have now, all in one event. */
  void sync(List<String> nodes);
}
