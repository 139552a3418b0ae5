package io.kubehop.service.api;

/**
 * A periodic check of a {@link Container} (core/v1 Probe). Times are in seconds.
 *
 * @param action what is checked
 * @param initialDelaySeconds the wait before the first check; 0 by default
 * @param timeoutSeconds when a check counts as failed; 1 by default
 * @param periodSeconds the time between checks; 10 by default
 * @param successThreshold successes in a row that turn it good; 1 by default
 * @param failureThreshold failures in a row that turn it bad; 3 by default
 */
public record Probe(
    ProbeAction action,
    int initialDelaySeconds,
    int timeoutSeconds,
    int periodSeconds,
    int successThreshold,
    int failureThreshold) {}
