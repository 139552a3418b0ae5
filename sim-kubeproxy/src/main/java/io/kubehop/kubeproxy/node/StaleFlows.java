package io.kubehop.kubeproxy.node;

import io.kubehop.core.net.IpAddress;

/**
 * Says which tracked UDP flows are to be forgotten: those to a Service that lead to something that
 * is no serving endpoint of it (pkg/proxy/conntrack/cleanup.go).
 */
@FunctionalInterface
public interface StaleFlows {
  /** No flow. */
  StaleFlows NONE = (destination, port, replySource) -> false;

  /**
   * Whether a flow is to be forgotten.
   *
   * @param destination where its client sent it (original direction)
   * @param port the port to which its client sent it
   * @param replySource where replies come from (reply direction)
   */
  boolean isStale(IpAddress destination, int port, IpAddress replySource);
}
