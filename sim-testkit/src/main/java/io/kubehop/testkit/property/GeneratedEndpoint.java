package io.kubehop.testkit.property;

import java.util.Locale;

/**
 * One Pod behind a Service.
 *
 * @param node which of the nodes it is on, from 0
 * @param condition how it is
 */
public record GeneratedEndpoint(int node, Condition condition) {

  /** What an EndpointSlice says of a Pod. */
  public enum Condition {
    /** Ready. */
    READY,
    /** Running, but its readiness probe fails. */
    NOT_READY,
    /** On its way out, and still serving. */
    TERMINATING,
    /** On its way out, and no longer serving. */
    TERMINATING_NOT_READY;

    boolean isReady() {
      return this == READY || this == TERMINATING;
    }

    boolean isTerminating() {
      return this == TERMINATING || this == TERMINATING_NOT_READY;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
