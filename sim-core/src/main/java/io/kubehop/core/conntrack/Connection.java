package io.kubehop.core.conntrack;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * One tracked connection (struct nf_conn): its two directions, how it is translated, and what was
 * seen of it.
 *
 * <p>Until its first packet has left the host it is unconfirmed and known to that packet alone.
 */
public final class Connection implements Undoable, Digestible {
  static final int SEEN_REPLY = 1;
  static final int ASSURED = 1 << 1;
  static final int CONFIRMED = 1 << 2;
  static final int SOURCE_NAT = 1 << 3;
  static final int DESTINATION_NAT = 1 << 4;
  static final int SOURCE_NAT_DONE = 1 << 5;
  static final int DESTINATION_NAT_DONE = 1 << 6;
  static final int DYING = 1 << 7;
  static final int CLOSE_INIT = 1 << 8;
  private static final int LAST_RESET_ORIGINAL = 1 << 9;
  private static final int LAST_RESET_REPLY = 1 << 10;

  private static final TcpState[] TCP_STATES = TcpState.values();
  private static final int STATUS_SLOT = 0;
  private static final int TCP_SLOT = 1;
  private static final int EXPIRY_SLOT = 2;
  private static final int MARK_SLOT = 3;

  final Tuple original = new Tuple(this, false);
  final Tuple reply = new Tuple(this, true);
  private final Journal journal;
  @Nullable Connection nextBySource;
  private int status;
  private TcpState tcpState = TcpState.NONE;
  private long expiry;
  private int mark;
  private long start;

  Connection(Journal journal) {
    this.journal = journal;
  }

  /** Makes a pooled object blank; it is not in any table now, so there is nothing to undo. */
  void reset(long now) {
    status = 0;
    tcpState = TcpState.NONE;
    expiry = 0;
    mark = 0;
    start = now;
  }

  /** The first packet as it was sent. */
  public FiveTuple originalTuple() {
    return original.toFiveTuple();
  }

  /** What a reply looks like where it arrives. */
  public FiveTuple replyTuple() {
    return reply.toFiveTuple();
  }

  /** Type of the ICMP query that began it; 0 for other protocols. */
  public int icmpType() {
    return original.icmpType;
  }

  /** IP protocol number. */
  public int protocol() {
    return original.protocol;
  }

  /** Whether packets were seen in the reply direction. */
  public boolean hasSeenReply() {
    return has(SEEN_REPLY);
  }

  /** Whether it counts as established for good, so that it is not thrown out early. */
  public boolean isAssured() {
    return has(ASSURED);
  }

  /** Whether its first packet has left the host. */
  public boolean isConfirmed() {
    return has(CONFIRMED);
  }

  /** Whether the source is translated ({@code --ctstate SNAT}). */
  public boolean hasSourceNat() {
    return has(SOURCE_NAT);
  }

  /** Whether the destination is translated ({@code --ctstate DNAT}). */
  public boolean hasDestinationNat() {
    return has(DESTINATION_NAT);
  }

  /** Whether a translation of this kind, be it none, is decided. */
  public boolean isNatDone(NatKind kind) {
    return has(kind == NatKind.SOURCE ? SOURCE_NAT_DONE : DESTINATION_NAT_DONE);
  }

  /** Its TCP state; {@link TcpState#NONE} for other protocols. */
  public TcpState tcpState() {
    return tcpState;
  }

  /** When it will be forgotten, in nanoseconds. */
  public long expiry() {
    return expiry;
  }

  /** When its first packet was seen, in nanoseconds. */
  public long start() {
    return start;
  }

  /** The connection mark. */
  public int mark() {
    return mark;
  }

  /** Sets the connection mark. */
  public void setMark(int value) {
    journal.log(this, MARK_SLOT, mark, null);
    mark = value;
  }

  /**
   * Lets replies come from another address and port than the first packet was sent to, because
   * somebody else than NAT translates it; does nothing once the connection is confirmed
   * (nf_conntrack_alter_reply, as IPVS calls it). The destination counts as not translated.
   */
  public void alterReplySource(long high, long low, int port) {
    if (!has(CONFIRMED) && !has(DYING)) {
      reply.sourceHigh = high;
      reply.sourceLow = low;
      reply.sourcePort = port;
    }
  }

  boolean has(int bits) {
    return (status & bits) == bits;
  }

  void add(int bits) {
    if ((status & bits) != bits) {
      journal.log(this, STATUS_SLOT, status, null);
      status |= bits;
    }
  }

  void remove(int bits) {
    if ((status & bits) != 0) {
      journal.log(this, STATUS_SLOT, status, null);
      status &= ~bits;
    }
  }

  /** Notes whether the last TCP segment was a reset, and from which side it came. */
  void setLastSegment(boolean reset, boolean inReplyDirection) {
    remove(LAST_RESET_ORIGINAL | LAST_RESET_REPLY);
    if (reset) {
      add(inReplyDirection ? LAST_RESET_REPLY : LAST_RESET_ORIGINAL);
    }
  }

  boolean wasLastReset(boolean inReplyDirection) {
    return has(inReplyDirection ? LAST_RESET_REPLY : LAST_RESET_ORIGINAL);
  }

  void setTcpState(TcpState state) {
    if (tcpState != state) {
      journal.log(this, TCP_SLOT, tcpState.ordinal(), null);
      tcpState = state;
    }
  }

  void setExpiry(long time) {
    journal.log(this, EXPIRY_SLOT, expiry, null);
    expiry = time;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    switch (slot) {
      case STATUS_SLOT -> status = (int) oldLong;
      case TCP_SLOT -> tcpState = TCP_STATES[(int) oldLong];
      case EXPIRY_SLOT -> expiry = oldLong;
      case MARK_SLOT -> mark = (int) oldLong;
      default -> throw new IllegalStateException("unknown undo record " + slot);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(originalTuple().toString()).add(replyTuple().toString());
    digest.add(status).add(tcpState.ordinal()).add(expiry).add(mark).add(start);
  }
}
