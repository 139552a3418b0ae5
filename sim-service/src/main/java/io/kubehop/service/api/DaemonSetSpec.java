package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a {@link DaemonSet} asks for (apps/v1 DaemonSetSpec).
 *
 * @param selector which Pods are its own; required by the API
 * @param template what its Pods look like
 * @param updateStrategy {@code updateStrategy.type}: {@code RollingUpdate} (default) or {@code
 *     OnDelete}
 * @param maxSurge how many nodes may run the old and the new Pod at once, rounded up; 0 by default
 * @param maxUnavailable how many nodes may be without an available Pod, rounded up; 1 by default
 * @param minReadySeconds how long a Pod has to be ready to count as available, in seconds; 0 by
 *     default
 */
public record DaemonSetSpec(
    Optional<LabelSelector> selector,
    PodTemplateSpec template,
    String updateStrategy,
    IntOrString maxSurge,
    IntOrString maxUnavailable,
    int minReadySeconds) {}
