/**
 * What a packet met on its way, as data. Evaluators report {@link io.kubehop.core.trace.Step}s to a
 * {@link io.kubehop.core.trace.Recorder}; what leaves is a list of {@link
 * io.kubehop.core.trace.Hop}s.
 *
 * <p>Lives here: steps, hops and the recorder. May not live here: evaluation, and how a trace looks
 * to a person (that is the front door's business).
 */
@NullMarked
package io.kubehop.core.trace;

import org.jspecify.annotations.NullMarked;
