package io.kubehop.core.net;

import java.util.ArrayList;
import java.util.List;

/** Packets to reuse, so that a flight allocates nothing. Owned by one simulation. */
public final class PacketPool {
  private final List<Packet> free = new ArrayList<>();

  /** Starts empty. */
  public PacketPool() {}

  /** A blank packet. */
  public Packet take() {
    return free.isEmpty() ? new Packet() : free.remove(free.size() - 1);
  }

  /** Gives back a packet that nobody refers to any more. */
  public void release(Packet packet) {
    packet.clear();
    free.add(packet);
  }
}
