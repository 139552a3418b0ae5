/**
 * Deployments, ReplicaSets, StatefulSets, DaemonSets and Jobs enter, Pods leave.
 *
 * <p>Lives here: how many Pods there have to be, what they are called, and in which order they come
 * and go. May not live here: where they run and how they start.
 */
@NullMarked
package io.kubehop.service.controller.workload;

import org.jspecify.annotations.NullMarked;
