package io.kubehop.core.netfilter.rule;

/**
 * How often a rule or policy was met, as a captured text has it. The simulation does not count on.
 *
 * @param packets packets
 * @param bytes their bytes
 */
public record Counters(long packets, long bytes) {
  /** Nothing counted. */
  public static final Counters ZERO = new Counters(0, 0);

  /** {@code [12:3456]}. */
  @Override
  public String toString() {
    return "[" + Long.toUnsignedString(packets) + ":" + Long.toUnsignedString(bytes) + "]";
  }
}
