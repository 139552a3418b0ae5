package io.kubehop.core.ipvs;

/** How packets get to a real server. */
public enum Forwarding {
  /** Its address and port are written into the packet, and the virtual ones into the reply. */
  MASQUERADE("Masq", "-m"),
  /** The packet is sent to it as it is; it answers the client itself. */
  DIRECT_ROUTE("Route", "-g"),
  /** The packet is sent to it in a tunnel; it answers the client itself. */
  TUNNEL("Tunnel", "-i");

  private final String label;
  private final String option;

  Forwarding(String label, String option) {
    this.label = label;
    this.option = option;
  }

  /** What {@code ipvsadm -L} calls it. */
  public String label() {
    return label;
  }

  /** The option of {@code ipvsadm -a}. */
  public String option() {
    return option;
  }
}
