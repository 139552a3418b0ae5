package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a {@link StatefulSet} asks for (apps/v1 StatefulSetSpec).
 *
 * @param replicas how many Pods; 1 by default
 * @param selector which Pods are its own; required by the API
 * @param template what its Pods look like
 * @param serviceName the headless Service below whose name DNS knows its Pods
 * @param podManagementPolicy {@code OrderedReady} (default) or {@code Parallel}
 * @param updateStrategy {@code updateStrategy.type}: {@code RollingUpdate} (default) or {@code
 *     OnDelete}
 * @param partition {@code updateStrategy.rollingUpdate.partition}: Pods with a lower number keep
 *     the old template; 0 by default
 * @param firstOrdinal {@code ordinals.start}: the number of the first Pod; 0 by default
 * @param minReadySeconds how long a Pod has to be ready to count as available, in seconds; 0 by
 *     default
 */
public record StatefulSetSpec(
    int replicas,
    Optional<LabelSelector> selector,
    PodTemplateSpec template,
    String serviceName,
    String podManagementPolicy,
    String updateStrategy,
    int partition,
    int firstOrdinal,
    int minReadySeconds) {

  /** Returns this specification with another number of Pods. */
  public StatefulSetSpec withReplicas(int other) {
    return new StatefulSetSpec(
        other,
        selector,
        template,
        serviceName,
        podManagementPolicy,
        updateStrategy,
        partition,
        firstOrdinal,
        minReadySeconds);
  }
}
