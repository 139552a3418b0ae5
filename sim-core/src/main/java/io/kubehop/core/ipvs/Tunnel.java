package io.kubehop.core.ipvs;

/**
 * How packets are wrapped for a real server behind a tunnel.
 *
 * @param type the encapsulation
 * @param port the UDP port of {@link Type#GUE}; 0 for the others
 * @param checksum the outer checksum
 */
public record Tunnel(Type type, int port, Checksum checksum) {

  /** IP in IP, what a server has if nothing is said. */
  public static final Tunnel IPIP = new Tunnel(Type.IPIP, 0, Checksum.NONE);

  /** The encapsulations. */
  public enum Type {
    /** IP in IP, RFC 2003. */
    IPIP,
    /** Generic UDP encapsulation. */
    GUE,
    /** Generic routing encapsulation, RFC 2784. */
    GRE
  }

  /** What is done about checksums of the outer header. */
  public enum Checksum {
    /** None is written. */
    NONE("--tun-nocsum"),
    /** It is written. */
    PLAIN("--tun-csum"),
    /** The inner one is offloaded to the receiver. */
    REMOTE("--tun-remcsum");

    private final String option;

    Checksum(String option) {
      this.option = option;
    }

    /** The option of {@code ipvsadm -a}. */
    public String option() {
      return option;
    }
  }
}
