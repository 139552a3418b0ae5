package io.kubehop.core.net;

/**
 * The control bits of a TCP segment (RFC 9293, 3.1), as {@code int} so that packets carry them
 * without allocation.
 */
public final class TcpFlags {
  /** No more data from the sender. */
  public static final int FIN = 0x01;

  /** Synchronise sequence numbers: the first segment. */
  public static final int SYN = 0x02;

  /** Reset the connection. */
  public static final int RST = 0x04;

  /** Push. */
  public static final int PSH = 0x08;

  /** The acknowledgment field counts. */
  public static final int ACK = 0x10;

  /** Urgent. */
  public static final int URG = 0x20;

  private TcpFlags() {}

  /** Names joined by commas, such as {@code SYN,ACK}; {@code NONE} if no bit is set. */
  public static String toString(int flags) {
    String[] names = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};
    StringBuilder text = new StringBuilder();
    for (int order : new int[] {1, 4, 0, 2, 3, 5}) {
      if ((flags & 1 << order) != 0) {
        text.append(text.isEmpty() ? "" : ",").append(names[order]);
      }
    }
    return text.isEmpty() ? "NONE" : text.toString();
  }
}
