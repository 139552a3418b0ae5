package io.kubehop.service.api;

import java.util.Optional;

/**
 * How Pods want to be spread (core/v1 TopologySpreadConstraint).
 *
 * @param maxSkew by how much the fullest domain may exceed the emptiest
 * @param topologyKey the node label whose values are the domains
 * @param whenUnsatisfiable {@code DoNotSchedule} or {@code ScheduleAnyway}
 * @param labelSelector the Pods that are counted; absent: none
 */
public record TopologySpreadConstraint(
    int maxSkew,
    String topologyKey,
    String whenUnsatisfiable,
    Optional<LabelSelector> labelSelector) {}
