/**
 * Manifests enter; explained connections leave. {@link io.kubehop.scenarios.ClusterSimulation} is
 * where to start.
 *
 * <p>Here lives the front door for Java; scenario files, replay, reports and the command line are
 * in packages of their own below. No behaviour of the network is decided here.
 */
@NullMarked
package io.kubehop.scenarios;

import org.jspecify.annotations.NullMarked;
