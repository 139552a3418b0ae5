package io.kubehop.service.api;

import java.util.Optional;

/**
 * What a {@link Job} asks for (batch/v1 JobSpec).
 *
 * @param parallelism how many Pods at a time; 1 by default
 * @param completions how many Pods have to succeed; absent: any one, where {@code parallelism} is
 *     given
 * @param suspend whether no Pods are to run
 * @param selector which Pods are its own; normally absent, the API server makes one
 * @param template what its Pods look like
 */
public record JobSpec(
    int parallelism,
    Optional<Integer> completions,
    boolean suspend,
    Optional<LabelSelector> selector,
    PodTemplateSpec template) {}
