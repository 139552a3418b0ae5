/**
 * The cluster as machines: nodes and Pods of the API server become hosts, links and routes of
 * {@code core.host}. Start at {@link io.kubehop.service.node.ClusterNetwork}.
 *
 * <p>Lives here: the wiring (what a CNI plugin, a LAN and a router do) and what listens in Pods.
 * May not live here: rules of any kind, and decisions of controllers.
 */
@NullMarked
package io.kubehop.service.node;

import org.jspecify.annotations.NullMarked;
