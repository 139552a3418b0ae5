/**
 * The ways in which IPVS chooses a real server: start at {@link
 * io.kubehop.core.ipvs.scheduler.SchedulerKind}. A packet that begins a connection enters, and one
 * of the {@link io.kubehop.core.ipvs.scheduler.Candidates} leaves, or none.
 *
 * <p>Lives here: one class for each kernel module {@code ip_vs_rr}, {@code ip_vs_wrr} and so on,
 * with its order, hash and table size. May not live here: connections, and how the counts that are
 * read here come about.
 */
@NullMarked
package io.kubehop.core.ipvs.scheduler;

import org.jspecify.annotations.NullMarked;
