package io.kubehop.core.ipvs;

/**
 * The states of IPVS connections, those of TCP, of UDP, of SCTP and of templates, with what {@code
 * ipvsadm -Lnc} calls them.
 */
public enum IpvsState {
  /** Nothing seen yet; also a template of which no connection was established. */
  NONE("NONE", 2),
  /** TCP and SCTP: packets went both ways. */
  ESTABLISHED("ESTABLISHED", 15 * 60),
  /** TCP: the server called. */
  SYN_SENT("SYN_SENT", 2 * 60),
  /** TCP: the client called. */
  SYN_RECV("SYN_RECV", 60),
  /** TCP: the server has closed. */
  FIN_WAIT("FIN_WAIT", 2 * 60),
  /** TCP: both have closed. */
  TIME_WAIT("TIME_WAIT", 2 * 60),
  /** TCP: reset. */
  CLOSE("CLOSE", 10),
  /** TCP: the client has closed. */
  CLOSE_WAIT("CLOSE_WAIT", 60),
  /** TCP: waiting for the last acknowledgment. */
  LAST_ACK("LAST_ACK", 30),
  /** TCP: a data connection of FTP is expected. */
  LISTEN("LISTEN", 2 * 60),
  /** TCP: half open under attack. */
  SYNACK("SYNACK", 2 * 60),
  /** UDP has but one. */
  UDP("UDP", 5 * 60),
  /** SCTP: the client has called once. */
  INIT1("INIT1", 4),
  /** SCTP: the client has called again. */
  INIT("INIT", 61),
  /** SCTP: the server has sent a cookie. */
  COOKIE_SENT("C-SENT", 61),
  /** SCTP: the client has returned the cookie. */
  COOKIE_REPLIED("C-REPLIED", 61),
  /** SCTP: the server has called. */
  COOKIE_WAIT("C-WAIT", 61),
  /** SCTP: the client has sent a cookie. */
  COOKIE("COOKIE", 61),
  /** SCTP: the server has returned the cookie. */
  COOKIE_ECHOED("C-ECHOED", 61),
  /** SCTP: the server is closing. */
  SHUTDOWN_SENT("S-SENT", 61),
  /** SCTP: the client is closing. */
  SHUTDOWN_RECEIVED("S-RECEIVED", 61),
  /** SCTP: the server has acknowledged the closing. */
  SHUTDOWN_ACK_SENT("S-ACK-SENT", 61),
  /** SCTP: the server has refused. */
  REJECTED("REJECTED", 4),
  /** SCTP: over. */
  CLOSED("CLOSED", 61),
  /** A template of which at least one connection was established or answered. */
  ASSURED("ASSURED", 0);

  private final String label;
  private final int seconds;

  IpvsState(String label, int seconds) {
    this.label = label;
    this.seconds = seconds;
  }

  /** How long a connection stays in it, in seconds, unless {@code ipvsadm --set} says otherwise. */
  int seconds() {
    return seconds;
  }

  /** Whether a connection in this state counts as active. */
  boolean isActive() {
    return this == ESTABLISHED || this == SYN_RECV || this == SYN_SENT || this == SYNACK;
  }

  /** What {@code ipvsadm -Lnc} calls it. */
  @Override
  public String toString() {
    return label;
  }
}
