package io.kubehop.service.api;

import java.util.Optional;

/**
 * The other side of a connection (networking/v1 NetworkPolicyPeer): Pods, or a range of addresses.
 *
 * @param podSelector Pods of the selected namespaces; absent: all of them
 * @param namespaceSelector the namespaces; absent: that of the policy
 * @param ipBlock the range of addresses; stands alone
 */
public record NetworkPolicyPeer(
    Optional<LabelSelector> podSelector,
    Optional<LabelSelector> namespaceSelector,
    Optional<IPBlock> ipBlock) {}
