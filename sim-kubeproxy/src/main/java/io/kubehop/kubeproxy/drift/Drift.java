package io.kubehop.kubeproxy.drift;

import java.util.Optional;

/**
 * One difference between the rules that a node should have and those that it has.
 *
 * @param kind in which way they differ
 * @param service the Service concerned, as {@code NAMESPACE/NAME}; empty: none in particular
 * @param table the table, such as {@code nat}
 * @param chain the chain, such as {@code KUBE-SERVICES}
 * @param expected what should be there, as a rule without {@code -A} and its chain
 * @param found what is there
 * @param note what else there is to say; may be empty
 */
public record Drift(
    DriftKind kind,
    String service,
    String table,
    String chain,
    Optional<String> expected,
    Optional<String> found,
    String note) {}
