/**
 * A cluster's settings and objects enter; what came of actions leaves.
 *
 * <p>{@link io.kubehop.scenarios.cluster.Cluster} puts the machine together: control plane, nodes,
 * Pods, kube-proxies. Here live the wiring of the modules with one another, and what a user's words
 * (a source, an object, a part that fails) mean in a cluster. No behaviour of the network is
 * decided here.
 */
@NullMarked
package io.kubehop.scenarios.cluster;

import org.jspecify.annotations.NullMarked;
