package io.kubehop.service.api;

/**
 * What the Pods of a workload look like (core/v1 PodTemplateSpec).
 *
 * @param metadata labels and annotations of the Pods
 * @param spec what they run
 */
public record PodTemplateSpec(ObjectMeta metadata, PodSpec spec) {}
