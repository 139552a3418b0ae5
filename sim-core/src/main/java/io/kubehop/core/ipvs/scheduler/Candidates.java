package io.kubehop.core.ipvs.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * The real servers of one virtual server, in the kernel's order: the one added last comes first.
 */
public interface Candidates {

  /** The first one; null if there is none. */
  @Nullable Candidate first();

  /** How many there are. */
  int count();

  /** The scheduler flags of the virtual server, see {@link SchedulerFlags}. */
  int schedulerFlags();
}
