package io.kubehop.core.netfilter;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.TrackedPacket;
import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * A packet while one host holds it (the kernel's struct sk_buff): the packet itself, and what only
 * this host knows of it. Mutable and reused; it never waits in an event queue.
 */
public final class Skb implements TrackedPacket {
  private Packet packet = new Packet();
  private Hook hook = Hook.PREROUTING;
  private @Nullable String inDevice;
  private @Nullable String outDevice;
  private @Nullable String physicalInDevice;
  private @Nullable String physicalOutDevice;
  private int mark;
  private @Nullable Connection connection;
  private CtState ctState = CtState.NONE;
  private boolean reply;
  private boolean hasSocket;
  private boolean hasOwner;
  private int socketUid;
  private int socketGid;
  private boolean balanced;
  private long virtualHigh;
  private long virtualLow;
  private int virtualPort;

  /** Makes a blank one. */
  public Skb() {}

  /** Begins with a packet of which this host knows nothing yet. */
  public void reset(Packet newPacket) {
    packet = newPacket;
    hook = Hook.PREROUTING;
    inDevice = null;
    outDevice = null;
    physicalInDevice = null;
    physicalOutDevice = null;
    mark = 0;
    connection = null;
    ctState = CtState.NONE;
    reply = false;
    hasSocket = false;
    socketUid = 0;
    socketGid = 0;
    balanced = false;
    virtualHigh = 0;
    virtualLow = 0;
    virtualPort = 0;
  }

  @Override
  public Packet packet() {
    return packet;
  }

  /** The hook that it is at. */
  public Hook hook() {
    return hook;
  }

  /** Moves on to a hook. */
  public void setHook(Hook next) {
    hook = next;
  }

  /**
   * Name of the interface it came in by; null at OUTPUT, and at POSTROUTING for packets of this
   * host.
   */
  public @Nullable String inDevice() {
    return inDevice;
  }

  /** Sets the interface it came in by. */
  public void setInDevice(@Nullable String name) {
    inDevice = name;
  }

  /** Name of the interface it goes out by; null at PREROUTING and INPUT. */
  public @Nullable String outDevice() {
    return outDevice;
  }

  /** Sets the interface it goes out by. */
  public void setOutDevice(@Nullable String name) {
    outDevice = name;
  }

  /** Name of the bridge port it came in by ({@code -m physdev}), if any. */
  public @Nullable String physicalInDevice() {
    return physicalInDevice;
  }

  /** Name of the bridge port it goes out by, if any. */
  public @Nullable String physicalOutDevice() {
    return physicalOutDevice;
  }

  /** Sets the bridge ports. */
  public void setPhysicalDevices(@Nullable String in, @Nullable String out) {
    physicalInDevice = in;
    physicalOutDevice = out;
  }

  /** The packet mark (fwmark). */
  public int mark() {
    return mark;
  }

  /** Sets the packet mark. */
  public void setMark(int value) {
    mark = value;
  }

  @Override
  public @Nullable Connection connection() {
    return connection;
  }

  @Override
  public CtState ctState() {
    return ctState;
  }

  @Override
  public boolean isReply() {
    return reply;
  }

  @Override
  public void setTracked(@Nullable Connection found, CtState state, boolean inReplyDirection) {
    connection = found;
    ctState = state;
    reply = inReplyDirection;
  }

  /** Whether a local socket made it, so that {@code -m owner} can match. */
  public boolean hasSocket() {
    return hasSocket;
  }

  /** Whether IPVS has dealt with it ({@code ipvs_property}). */
  public boolean isBalanced() {
    return balanced;
  }

  /** Upper half of the virtual address of its connection; counts only if it is balanced. */
  public long virtualHigh() {
    return virtualHigh;
  }

  /** Lower half of the virtual address of its connection; counts only if it is balanced. */
  public long virtualLow() {
    return virtualLow;
  }

  /** The virtual port of its connection; counts only if it is balanced. */
  public int virtualPort() {
    return virtualPort;
  }

  /** IPVS has dealt with it, under a connection to this address and port. */
  public void setBalanced(long high, long low, int port) {
    balanced = true;
    virtualHigh = high;
    virtualLow = low;
    virtualPort = port;
  }

  /** The user id of the socket's process; counts only with {@link #hasSocket}. */
  public int socketUid() {
    return socketUid;
  }

  /** The group id of the socket's process; counts only with {@link #hasSocket}. */
  public int socketGid() {
    return socketGid;
  }

  /** Whether the socket is a process's, and not one of the kernel's own for its answers. */
  public boolean hasOwner() {
    return hasSocket && hasOwner;
  }

  /** Says that a socket of the kernel's own made it, which no process has open. */
  public void setKernelSocket() {
    hasSocket = true;
    hasOwner = false;
  }

  /** Says that a local socket made it, of a process whose group has the number of its user. */
  public void setSocket(int uid) {
    setSocket(uid, uid);
  }

  /** Says that a local socket of a process with these ids made it. */
  public void setSocket(int uid, int gid) {
    hasSocket = true;
    hasOwner = true;
    socketUid = uid;
    socketGid = gid;
  }
}
