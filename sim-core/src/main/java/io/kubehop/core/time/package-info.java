/**
 * The heartbeat of the machine: start at {@link io.kubehop.core.time.Simulation}. Events enter with
 * a due time and leave in one total order (time, then sequence number).
 *
 * <p>Lives here: the virtual clock, the event queue, the seeded random streams, the choices that
 * exploring can replay, and the journal with the cells that it can roll back. May not live here:
 * anything that knows what a packet is.
 */
@NullMarked
package io.kubehop.core.time;

import org.jspecify.annotations.NullMarked;
