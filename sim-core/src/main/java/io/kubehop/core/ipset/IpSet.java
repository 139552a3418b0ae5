package io.kubehop.core.ipset;

import io.kubehop.core.collect.SortedTree;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One set. Immutable: {@link #with} and {@link #without} share what stays the same. */
public final class IpSet {
  private final SetHeader header;
  private final @Nullable SortedTree<SetElement> elements;
  private final ElementIndex index;

  private IpSet(SetHeader header, @Nullable SortedTree<SetElement> elements, ElementIndex index) {
    this.header = header;
    this.elements = elements;
    this.index = index;
  }

  /** A set without elements. */
  public static IpSet empty(SetHeader header) {
    return new IpSet(header, null, ElementIndex.EMPTY);
  }

  /** What it is. */
  public SetHeader header() {
    return header;
  }

  /** Its name. */
  public String name() {
    return header.name();
  }

  /** The set with an element, in place of an equal one with other options. */
  public IpSet with(SetElement element) {
    String key = element.toString();
    SetElement old = SortedTree.get(elements, key);
    ElementIndex without = old == null ? index : index.without(old);
    return new IpSet(header, SortedTree.with(elements, key, element, 1), without.with(element));
  }

  /** The set without an element. */
  public IpSet without(SetElement element) {
    String key = element.toString();
    SetElement old = SortedTree.get(elements, key);
    return old == null
        ? this
        : new IpSet(header, SortedTree.without(elements, key), index.without(old));
  }

  /** The element that is equal but for its options, or null. */
  public @Nullable SetElement find(SetElement element) {
    return SortedTree.get(elements, element.toString());
  }

  /** Its elements, sorted by their text, those included whose time is over. */
  public List<SetElement> elements() {
    List<SetElement> all = new ArrayList<>(size());
    SortedTree.forEach(elements, (key, element) -> all.add(element));
    return all;
  }

  /** The number of its elements. */
  public int size() {
    return SortedTree.total(elements);
  }

  /**
   * Whether what a packet has is in the set.
   *
   * @param directions a letter for each dimension: {@code s} takes the source, {@code d} the
   *     destination
   */
  boolean contains(Packet packet, String directions, long now) {
    SetType type = header.type();
    if (directions.length() < type.dimensions()) {
      return false;
    }
    if (type == SetType.BITMAP_PORT) {
      boolean ports = packet.is(Protocol.TCP) || packet.is(Protocol.UDP);
      return ports && index.contains(0, 0, 0, port(packet, directions, 0), 0, 0, now);
    }
    if (packet.isV4() != (header.family() == IpFamily.IPV4)) {
      return false;
    }
    boolean source = isSource(directions, 0);
    boolean second = type.hasSecondAddress() && isSource(directions, 2);
    return index.contains(
        source ? packet.sourceHigh() : packet.destinationHigh(),
        source ? packet.sourceLow() : packet.destinationLow(),
        type.hasPort() ? packet.protocol() : 0,
        type.hasPort() ? port(packet, directions, 1) : 0,
        second ? packet.sourceHigh() : packet.destinationHigh(),
        second ? packet.sourceLow() : packet.destinationLow(),
        now);
  }

  /** The length of the network that {@code -j SET} adds: that of the most specific element. */
  int lengthToAdd() {
    int all = header.family().bits();
    return header.type().isNetwork() ? index.longestPrefix() - 128 + all : all;
  }

  static boolean isSource(String directions, int dimension) {
    return directions.charAt(dimension) == 's';
  }

  /** The port of a packet; of ICMP, type and code. */
  static int port(Packet packet, String directions, int dimension) {
    if (packet.is(Protocol.ICMP) || packet.is(Protocol.ICMPV6)) {
      return packet.icmpType() << 8 | packet.icmpCode();
    }
    return isSource(directions, dimension) ? packet.sourcePort() : packet.destinationPort();
  }
}
