package io.kubehop.service.api;

/**
 * What keeps Pods away from a {@link Node} (core/v1 Taint).
 *
 * @param key the key
 * @param value the value; often empty
 * @param effect {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}
 */
public record Taint(String key, String value, String effect) {}
