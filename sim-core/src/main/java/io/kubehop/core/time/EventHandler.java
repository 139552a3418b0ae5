package io.kubehop.core.time;

import org.jspecify.annotations.Nullable;

/**
 * Receives the events that it scheduled. Events are data, so that a queue can be rolled back; the
 * handler knows the kinds.
 */
public interface EventHandler {

  /**
   * An event is due.
   *
   * @param kind what is due, in the handler's own numbering
   * @param operand a number given when it was scheduled
   * @param payload an object given when it was scheduled; not to be modified while a journal is
   *     open
   */
  void onEvent(int kind, long operand, @Nullable Object payload);
}
