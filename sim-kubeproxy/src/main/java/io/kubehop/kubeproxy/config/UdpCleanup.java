package io.kubehop.kubeproxy.config;

/**
 * Which tracked UDP flows a proxy forgets after it has written rules (pkg/proxy/conntrack). A flow
 * that is in use never ends by itself, and nat rules are only asked for its first packet.
 */
public enum UdpCleanup {
  /** Every flow to a Service that leads to no serving endpoint of it (the fixed reconciler). */
  RECONCILE_ALL,
  /** The same, but nothing of Services without any serving endpoint (1.32 up to the fix). */
  RECONCILE,
  /** None. */
  NONE
}
