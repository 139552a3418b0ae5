package io.kubehop.kubeproxy.drift;

import java.util.Locale;

/** In which way a node's rules are not what they should be. */
public enum DriftKind {
  /** kube-proxy would have written it, the node does not have it. */
  MISSING,
  /** The node has it; kube-proxy may have written it once, and would not now. */
  STALE,
  /** The node has it in another form, or at another place. */
  CHANGED,
  /** The node has it; kube-proxy has never written it, and it stands in kube-proxy's way. */
  FOREIGN;

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
