package io.kubehop.scenarios.load;

/** Connections that begin one after another in the background while time passes. */
public interface Traffic {

  /** Whether the last of its connections has ended, one way or the other. */
  boolean isOver();

  /** What has come of the connections that have ended so far. */
  TrafficReport report();
}
