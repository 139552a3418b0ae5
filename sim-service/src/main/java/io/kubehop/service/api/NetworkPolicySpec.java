package io.kubehop.service.api;

import java.util.List;

/**
 * The rules of a {@link NetworkPolicy} (networking/v1 NetworkPolicySpec).
 *
 * @param podSelector the Pods of its namespace that it applies to
 * @param policyTypes {@code Ingress} and {@code Egress}: the directions that it isolates; empty:
 *     the API server decides by the rules
 * @param ingress what the Pods may take
 * @param egress what the Pods may make
 */
public record NetworkPolicySpec(
    LabelSelector podSelector,
    List<String> policyTypes,
    List<NetworkPolicyIngressRule> ingress,
    List<NetworkPolicyEgressRule> egress) {

  /** Copies the collections. */
  public NetworkPolicySpec {
    policyTypes = List.copyOf(policyTypes);
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }
}
