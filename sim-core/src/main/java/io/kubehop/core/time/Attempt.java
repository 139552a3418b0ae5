package io.kubehop.core.time;

import org.jspecify.annotations.Nullable;

/**
 * Something that starts and, some events later, has a result: a connection from its first packet to
 * its last.
 *
 * @param <R> the type of the result, an immutable value
 */
public interface Attempt<R> {

  /** Starts, by scheduling events or by sending packets. */
  void begin();

  /** The result, or null while there is none yet. It must be kept in journalled state. */
  @Nullable R result();
}
