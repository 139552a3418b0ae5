package io.kubehop.service.api;

/**
 * A node of the cluster (core/v1): a machine that runs Pods, kubelet and kube-proxy.
 *
 * @param metadata the metadata
 * @param spec what it is to be
 * @param status what is known of it
 */
public record Node(ObjectMeta metadata, NodeSpec spec, NodeStatus status) implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "Node";

  @Override
  public String apiVersion() {
    return "v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Node withMetadata(ObjectMeta other) {
    return new Node(other, spec, status);
  }

  /** Returns this object with another specification. */
  public Node withSpec(NodeSpec other) {
    return new Node(metadata, other, status);
  }

  /** Returns this object with another status. */
  public Node withStatus(NodeStatus other) {
    return new Node(metadata, spec, other);
  }

  /** The label that says in which zone a node is. */
  public static final String ZONE_LABEL = "topology.kubernetes.io/zone";

  /** Returns the zone; empty if it is in none. */
  public String zone() {
    return metadata.labels().getOrDefault(ZONE_LABEL, "");
  }
}
