package io.kubehop.core.ipvs;

import io.kubehop.core.net.SocketAddress;

/**
 * What {@code ipvsadm -a} says of a real server.
 *
 * @param socket its address and port; port 0 keeps the port that the client called
 * @param forwarding how packets get to it
 * @param tunnel how they are wrapped, which counts only with {@link Forwarding#TUNNEL}
 * @param weight its share; 0 drains it
 * @param upperThreshold from this many connections on it gets no more; 0 for no limit
 * @param lowerThreshold below this many it gets new ones again; 0 for three quarters of the upper
 *     threshold
 */
public record RealServerConfig(
    SocketAddress socket,
    Forwarding forwarding,
    Tunnel tunnel,
    int weight,
    int upperThreshold,
    int lowerThreshold) {

  /** Checks what the kernel checks. */
  public RealServerConfig {
    if (weight < 0) {
      throw new IllegalArgumentException(socket + ": weight " + weight + " is negative");
    }
    if (lowerThreshold < 0 || lowerThreshold > upperThreshold) {
      throw new IllegalArgumentException(
          socket + ": lower threshold " + lowerThreshold + " is not in 0.." + upperThreshold);
    }
  }

  /** A server behind masquerading, as kube-proxy has them. */
  public static RealServerConfig masqueraded(SocketAddress socket, int weight) {
    return new RealServerConfig(socket, Forwarding.MASQUERADE, Tunnel.IPIP, weight, 0, 0);
  }

  /** The same with another weight. */
  public RealServerConfig withWeight(int value) {
    return new RealServerConfig(socket, forwarding, tunnel, value, upperThreshold, lowerThreshold);
  }

  /** The same with other thresholds. */
  public RealServerConfig withThresholds(int upper, int lower) {
    return new RealServerConfig(socket, forwarding, tunnel, weight, upper, lower);
  }
}
