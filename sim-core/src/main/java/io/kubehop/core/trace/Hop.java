package io.kubehop.core.trace;

import io.kubehop.core.net.FiveTuple;
import java.util.List;

/**
 * One stay of a packet on one host: from coming in (or being made) to going out (or ending).
 *
 * @param place where and when
 * @param steps what happened there, in order
 */
public record Hop(Place place, List<Step> steps) {

  /** Copies the steps. */
  public Hop {
    steps = List.copyOf(steps);
  }

  /**
   * Where and when a stay begins.
   *
   * @param time nanoseconds since the start of the simulation
   * @param host the host's name, such as {@code node-a} or {@code pod/shop/web-0}
   * @param packet who talks to whom when the packet comes in or is made
   * @param summary the packet in words, with flags
   * @param message what it carries, in words; empty if nothing that people want to read
   */
  public record Place(long time, String host, FiveTuple packet, String summary, String message) {

    /** Where a packet is that carries nothing to read. */
    public Place(long time, String host, FiveTuple packet, String summary) {
      this(time, host, packet, summary, "");
    }
  }
}
