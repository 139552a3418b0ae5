package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -j CONNMARK}: carries a mark between the packet and its connection. Packets of no
 * connection are left alone.
 *
 * @param action what to do
 * @param value what to XOR ({@link Action#SET})
 * @param connectionMask the bits of the connection's mark to look at or to clear
 * @param packetMask the bits of the packet's mark to look at or to clear
 */
public record ConnMarkTarget(Action action, int value, int connectionMask, int packetMask)
    implements Target {

  /** What to do. */
  public enum Action {
    /** {@code --set-xmark} and its relatives: clear bits of the connection's mark, then XOR. */
    SET,
    /** {@code --save-mark}: from the packet to the connection. */
    SAVE,
    /** {@code --restore-mark}: from the connection to the packet. */
    RESTORE
  }

  @Override
  public int apply(Skb skb, RuleContext context) {
    Connection connection = skb.connection();
    if (connection != null) {
      switch (action) {
        case SET -> update(connection, (connection.mark() & ~connectionMask) ^ value);
        case SAVE ->
            update(connection, (connection.mark() & ~connectionMask) ^ (skb.mark() & packetMask));
        case RESTORE ->
            skb.setMark((skb.mark() & ~packetMask) ^ (connection.mark() & connectionMask));
      }
    }
    return Verdict.CONTINUE;
  }

  private static void update(Connection connection, int mark) {
    if (connection.mark() != mark) {
      connection.setMark(mark);
    }
  }

  @Override
  public String effect() {
    return switch (action) {
      case SET -> "connection mark 0x" + Integer.toHexString(value);
      case SAVE -> "save mark";
      case RESTORE -> "restore mark";
    };
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
