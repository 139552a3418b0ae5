package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a client to a virtual server, bound to a real server; or the template that binds
 * a persistent client (struct ip_vs_conn).
 */
public final class IpvsConnection extends ChainNode<IpvsConnection>
    implements Undoable, Digestible {
  private static final IpvsState[] STATES = IpvsState.values();
  private static final int VOID_PORT = 0xffff;

  private static final int STATE_SLOT = 0;
  private static final int INACTIVE_SLOT = 1;
  private static final int NO_OUTPUT_SLOT = 2;
  private static final int CONNTRACK_SLOT = 3;
  private static final int TIMEOUT_SLOT = 4;
  private static final int EXPIRES_SLOT = 5;
  private static final int FIRES_SLOT = 6;
  private static final int CONTROL_SLOT = 7;
  private static final int CONTROLLED_SLOT = 8;
  private static final int VOID_SLOT = 9;

  final ConnectionEnds ends = new ConnectionEnds();

  /** Where it stands in the {@link ExpiryQueue}, which keeps this. */
  int queuePlace;

  private final Journal journal;
  private @Nullable RealServer server;
  private Forwarding forwarding = Forwarding.MASQUERADE;
  private int fwmark;
  private boolean template;
  private boolean onePacket;
  private IpvsState state = IpvsState.NONE;
  private boolean inactive;
  private boolean withoutOutput;
  private boolean conntrack;
  private long timeout;
  private long expires;
  private long firesAt;
  private @Nullable IpvsConnection control;
  private int controlled;
  private boolean isVoid;

  IpvsConnection(Journal journal) {
    this.journal = journal;
  }

  /**
   * Makes a new or pooled object a connection; it is not in any table now, so there is nothing to
   * undo.
   */
  void reset(RealServer boundTo, int mark, boolean asTemplate, boolean forOnePacket) {
    server = boundTo;
    forwarding = boundTo.forwarding();
    fwmark = mark;
    template = asTemplate;
    onePacket = forOnePacket;
    state = IpvsState.NONE;
    inactive = true; // until the protocol says otherwise
    withoutOutput = forwarding != Forwarding.MASQUERADE;
    conntrack = false;
    timeout = 0;
    expires = 0;
    firesAt = 0;
    control = null;
    controlled = 0;
    isVoid = false;
  }

  /** IP protocol number; 0 for the template of a firewall mark. */
  public int protocol() {
    return ends.protocol();
  }

  /** The client's address and port; of a template, its network and 0. */
  public SocketAddress client() {
    return new SocketAddress(ends.client(), ends.clientPort());
  }

  /**
   * The address and port that the client called. The template of a firewall mark has the mark for
   * an address.
   */
  public SocketAddress virtual() {
    return new SocketAddress(ends.virtual(), isVoid ? VOID_PORT : ends.virtualPort());
  }

  /** Writes into a packet who talks to whom, as the client sends it. */
  public void writeRequest(Packet packet) {
    ends.writeRequest(packet);
  }

  /** Upper half of the address that the client called. */
  public long virtualHigh() {
    return ends.virtualHigh();
  }

  /** Lower half of the address that the client called. */
  public long virtualLow() {
    return ends.virtualLow();
  }

  /** The port that the client called. */
  public int virtualPort() {
    return ends.virtualPort();
  }

  /** The port that is called at the real server. */
  public int serverPort() {
    return ends.serverPort();
  }

  /** The real server's address, and the port that is called there. */
  public SocketAddress destination() {
    return new SocketAddress(server().socket().address(), isVoid ? VOID_PORT : ends.serverPort());
  }

  /** The real server. */
  public RealServer server() {
    if (server == null) {
      throw new IllegalStateException("a connection without a server");
    }
    return server;
  }

  /** How packets get to the real server, as it was when the connection began. */
  public Forwarding forwarding() {
    return forwarding;
  }

  /** Whether it binds a persistent client, and is no connection itself. */
  public boolean isTemplate() {
    return template;
  }

  /** Whether it is for one datagram only, and in no table. */
  public boolean isOnePacket() {
    return onePacket;
  }

  /** Whether it has an entry in connection tracking, which goes when it goes. */
  public boolean usesConntrack() {
    return conntrack;
  }

  /** Its state. */
  public IpvsState state() {
    return state;
  }

  /** When it ends unless a packet comes, in nanoseconds. */
  public long expires() {
    return expires;
  }

  /** The mark of its first packet. */
  public int fwmark() {
    return fwmark;
  }

  /** The template that it belongs to, if any. */
  public @Nullable IpvsConnection template() {
    return control;
  }

  /** Whether a template binds nobody any more. */
  boolean isVoid() {
    return isVoid;
  }

  @Override
  int chainHash() {
    return ends.hash();
  }

  void setState(IpvsState next) {
    if (next != state) {
      journal.log(this, STATE_SLOT, state.ordinal(), null);
      state = next;
    }
  }

  boolean isInactive() {
    return inactive;
  }

  /** Counts it as active or inactive with its server. */
  void setInactive(boolean value) {
    if (inactive == value) {
      return;
    }
    journal.log(this, INACTIVE_SLOT, inactive ? 1 : 0, null);
    inactive = value;
    if (value) {
      server().deactivate();
    } else {
      server().activate();
    }
  }

  /** Whether no reply has been seen, and none needs to be. */
  boolean isWithoutOutput() {
    return withoutOutput;
  }

  void outputSeen() {
    journal.log(this, NO_OUTPUT_SLOT, withoutOutput ? 1 : 0, null);
    withoutOutput = false;
  }

  void setUsesConntrack(boolean value) {
    journal.log(this, CONNTRACK_SLOT, conntrack ? 1 : 0, null);
    conntrack = value;
  }

  /** How long it lives after a packet, in nanoseconds. */
  long timeout() {
    return timeout;
  }

  void setTimeout(long nanoseconds) {
    journal.log(this, TIMEOUT_SLOT, timeout, null);
    timeout = nanoseconds;
  }

  /** When its timer fires, which may be later than it expires. */
  long firesAt() {
    return firesAt;
  }

  void setTimer(long end, long fires) {
    journal.log(this, EXPIRES_SLOT, expires, null);
    journal.log(this, FIRES_SLOT, firesAt, null);
    expires = end;
    firesAt = fires;
  }

  /** How many connections belong to this template. */
  int controlled() {
    return controlled;
  }

  /** Makes it belong to a template, or to none. */
  void setControl(@Nullable IpvsConnection by) {
    if (control != null) {
      control.setControlled(control.controlled - 1);
    }
    journal.log(this, CONTROL_SLOT, 0, control);
    control = by;
    if (by != null) {
      by.setControlled(by.controlled + 1);
    }
  }

  private void setControlled(int count) {
    journal.log(this, CONTROLLED_SLOT, controlled, null);
    controlled = count;
  }

  void makeVoid() {
    journal.log(this, VOID_SLOT, isVoid ? 1 : 0, null);
    isVoid = true;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    switch (slot) {
      case STATE_SLOT -> state = STATES[(int) oldLong];
      case INACTIVE_SLOT -> inactive = oldLong != 0;
      case NO_OUTPUT_SLOT -> withoutOutput = oldLong != 0;
      case CONNTRACK_SLOT -> conntrack = oldLong != 0;
      case TIMEOUT_SLOT -> timeout = oldLong;
      case EXPIRES_SLOT -> expires = oldLong;
      case FIRES_SLOT -> firesAt = oldLong;
      case CONTROL_SLOT -> control = (IpvsConnection) oldRef;
      case CONTROLLED_SLOT -> controlled = (int) oldLong;
      case VOID_SLOT -> isVoid = oldLong != 0;
      default -> throw new IllegalStateException("unknown undo record " + slot);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(protocol()).add(client().toString()).add(virtual().toString());
    digest.add(destination().toString()).add(forwarding.ordinal()).add(fwmark);
    digest.add(template ? 1 : 0).add(state.ordinal()).add(inactive ? 1 : 0);
    digest.add(withoutOutput ? 1 : 0).add(conntrack ? 1 : 0).add(timeout);
    digest.add(expires).add(firesAt).add(controlled);
    digest.add(control == null ? -1 : control.sequence);
  }

  /** {@code 10.0.0.1:40000 -> 10.96.0.1:80 -> 10.244.0.7:8080 ESTABLISHED}. */
  @Override
  public String toString() {
    return client() + " -> " + virtual() + " -> " + destination() + " " + state;
  }
}
