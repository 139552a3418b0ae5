/**
 * jqwik's random choices enter; clusters, requests, changes and faults leave, always valid ones.
 *
 * <p>Here live the arbitraries for properties about clusters; see {@link
 * io.kubehop.testkit.property.KubeHopDomain}. The laws to check are in {@link
 * io.kubehop.testkit.Laws}. This package needs jqwik, which the user's project brings.
 */
@NullMarked
package io.kubehop.testkit.property;

import org.jspecify.annotations.NullMarked;
