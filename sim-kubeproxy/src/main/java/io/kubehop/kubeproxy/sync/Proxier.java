package io.kubehop.kubeproxy.sync;

import io.kubehop.service.api.ObjectKey;

/** One mode of kube-proxy in one address family, for all nodes that run it. */
public interface Proxier {
  /** The proxy of a node starts. */
  void add(ProxiedNode node);

  /** The proxy of a node stops; what it wrote stays. */
  void remove(ProxiedNode node);

  /** A Service or its endpoints changed. */
  void serviceChanged(ObjectKey service);

  /** Writes what a node should have now. */
  void program(ProxiedNode node);
}
