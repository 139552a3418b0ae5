package io.kubehop.core.ipvs;

import io.kubehop.core.net.Protocol;

/**
 * What {@code ipvsadm --set} sets, in seconds.
 *
 * @param tcp for established TCP connections
 * @param tcpFin for TCP connections that the server has closed
 * @param udp for UDP
 */
public record IpvsTimeouts(int tcp, int tcpFin, int udp) {
  private static final long SECOND = 1_000_000_000L;

  /** 900, 120 and 300 seconds. */
  public static final IpvsTimeouts DEFAULT =
      new IpvsTimeouts(
          IpvsState.ESTABLISHED.seconds(), IpvsState.FIN_WAIT.seconds(), IpvsState.UDP.seconds());

  /** Checks that they are not negative. */
  public IpvsTimeouts {
    if (tcp < 0 || tcpFin < 0 || udp < 0) {
      throw new IllegalArgumentException(
          "timeouts " + tcp + " " + tcpFin + " " + udp + " are not all 0 or more");
    }
  }

  /** These, with every value replaced that is not 0 in others. */
  public IpvsTimeouts updatedBy(IpvsTimeouts others) {
    return new IpvsTimeouts(
        others.tcp == 0 ? tcp : others.tcp,
        others.tcpFin == 0 ? tcpFin : others.tcpFin,
        others.udp == 0 ? udp : others.udp);
  }

  /** How long an idle connection stays in a state, in nanoseconds. */
  long of(int protocol, IpvsState state) {
    if (state == IpvsState.UDP) {
      return udp * SECOND;
    }
    if (protocol == Protocol.TCP.number()) {
      if (state == IpvsState.ESTABLISHED) {
        return tcp * SECOND;
      }
      if (state == IpvsState.FIN_WAIT) {
        return tcpFin * SECOND;
      }
    }
    return state.seconds() * SECOND;
  }
}
