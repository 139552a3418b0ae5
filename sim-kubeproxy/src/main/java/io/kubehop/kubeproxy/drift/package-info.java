/**
 * What a node has against what kube-proxy should have written there: two rulesets enter {@link
 * io.kubehop.kubeproxy.drift.RulesetComparison}, a {@link io.kubehop.kubeproxy.drift.DriftReport}
 * leaves.
 *
 * <p>Compared is what rules do, not how they are commented, and only what is kube-proxy's own, or
 * stands in its way. May not live here: the reading of dumps and the making of rules.
 */
@NullMarked
package io.kubehop.kubeproxy.drift;

import org.jspecify.annotations.NullMarked;
