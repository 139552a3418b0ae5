package io.kubehop.service.controller.kubelet;

import io.kubehop.service.api.Pod;

/**
 * What runs the Pods of a node: the container runtime and the CNI plugin in one. The kubelet calls
 * it at the very moment at which something happens on the node, before any watcher can have heard
 * of it.
 */
public interface PodRuntime {

  /**
   * The network namespace is there with the addresses of {@code status.podIPs}, and the containers
   * listen.
   */
  void started(Pod pod);

  /**
   * The containers were told to end: they take no new connections and finish those that are open.
   */
  void stopping(Pod pod);

  /** The containers are gone at once, with their connections; the network namespace stays. */
  void crashed(Pod pod);

  /** Containers that were gone listen again, in the network namespace that stayed. */
  void restarted(Pod pod);

  /** The containers and the network namespace are gone. */
  void ended(Pod pod);
}
