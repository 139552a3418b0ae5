/**
 * A cluster enters; what of it can be reached leaves. {@link
 * io.kubehop.scenarios.check.ClusterCheck} is where to start.
 *
 * <p>Here lives the choice of what is tried: every port of every Service and every rule of every
 * Ingress, from where clients would call it. Whether it arrives is not decided here.
 */
@NullMarked
package io.kubehop.scenarios.check;

import org.jspecify.annotations.NullMarked;
