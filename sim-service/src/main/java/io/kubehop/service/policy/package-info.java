/**
 * NetworkPolicies, Pods and Namespaces enter; what leaves is a {@link
 * io.kubehop.core.host.DepartureFilter} on each node. Start at {@link
 * io.kubehop.service.policy.PolicyAgent}.
 *
 * <p>Lives here: what the network plugin of a node makes of NetworkPolicy objects (KEP-2079 and the
 * text of networking.k8s.io/v1). May not live here: validation, which is the API server's.
 */
@NullMarked
package io.kubehop.service.policy;

import org.jspecify.annotations.NullMarked;
