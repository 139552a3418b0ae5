package io.kubehop.scenarios.file;

import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Source;
import java.time.Duration;
import java.util.Optional;

/**
 * Connections in the background.
 *
 * @param from where they start
 * @param to what they call
 * @param node the node on which the packets of an outside client enter
 * @param interval the mean time between two arrivals
 * @param duration for how long new ones begin
 * @param poisson whether arrivals are a Poisson process; else they are evenly spaced
 * @param timeout when a connection is given up
 */
public record TrafficSpec(
    Source from,
    Destination to,
    Optional<String> node,
    Duration interval,
    Duration duration,
    boolean poisson,
    Duration timeout) {}
