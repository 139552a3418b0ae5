package io.kubehop.scenarios.compare;

import java.util.Locale;

/** Who calls. */
public enum Client {
  /** A Pod that is no endpoint. */
  POD,
  /** A Pod that is an endpoint of what it calls. */
  ENDPOINT,
  /** The node itself. */
  NODE,
  /** Somebody outside, whose packets come in by the node. */
  OUTSIDE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
