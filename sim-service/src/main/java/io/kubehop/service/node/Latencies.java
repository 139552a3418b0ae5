package io.kubehop.service.node;

/**
 * How long a packet takes, in nanoseconds one way.
 *
 * @param pod between a Pod and its node
 * @param lan between two nodes, or a node and the router
 * @param outside between the router and a client outside
 */
public record Latencies(long pod, long lan, long outside) {
  /** 10 µs, 100 µs, 5 ms: a veth pair, a rack, a city. */
  public static final Latencies DEFAULT = new Latencies(10_000, 100_000, 5_000_000);
}
