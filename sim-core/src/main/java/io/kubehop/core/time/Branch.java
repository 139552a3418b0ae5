package io.kubehop.core.time;

/**
 * One way that an attempt can go.
 *
 * @param share its exact probability
 * @param result what came of it
 * @param <R> the type of the result
 */
public record Branch<R>(Share share, R result) {}
