package io.kubehop.core.ipset;

import io.kubehop.core.collect.SortedTree;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All sets of one host. Immutable: a change makes a new value, which shares what stays the same.
 */
public final class IpSets implements Digestible {
  /** No sets. */
  public static final IpSets NONE = new IpSets(null);

  private static final long SECOND = 1_000_000_000;

  private final @Nullable SortedTree<IpSet> byName;

  private IpSets(@Nullable SortedTree<IpSet> byName) {
    this.byName = byName;
  }

  /** The set of a name, or null. */
  public @Nullable IpSet get(String name) {
    return SortedTree.get(byName, name);
  }

  /** All of them, by name. */
  public List<IpSet> all() {
    List<IpSet> all = new ArrayList<>();
    SortedTree.forEach(byName, (name, set) -> all.add(set));
    return all;
  }

  /** These with a set, in place of the one of its name. */
  public IpSets with(IpSet set) {
    return new IpSets(SortedTree.with(byName, set.name(), set, 1));
  }

  /** These without a set. */
  public IpSets without(String name) {
    return new IpSets(SortedTree.without(byName, name));
  }

  /**
   * Whether what a packet has is in a set ({@code -m set --match-set}). A set that is not there has
   * nothing.
   *
   * @param directions a letter for each dimension: {@code s} takes the source, {@code d} the
   *     destination
   * @param now virtual time in nanoseconds
   */
  public boolean contains(String name, Packet packet, String directions, long now) {
    IpSet set = get(name);
    if (set == null) {
      return false;
    }
    return set.header().type() == SetType.LIST_SET
        ? listContains(set, packet, directions, now)
        : set.contains(packet, directions, now);
  }

  /**
   * A list asks its members, of which none is a list, as far as the rule gives enough directions.
   */
  private boolean listContains(IpSet list, Packet packet, String directions, long now) {
    for (SetElement element : list.elements()) {
      IpSet member = get(element.member());
      if (member != null && element.expiry() > now && member.contains(packet, directions, now)) {
        return true;
      }
    }
    return false;
  }

  /**
   * These with what a packet has added to a set ({@code -j SET --add-set}).
   *
   * @param replace {@code --exist}: an element that is there gets the new time-out
   * @param timeout in seconds; -1 for the set's own
   */
  public IpSets withPacket(
      String name, Packet packet, String directions, boolean replace, long timeout, long now) {
    IpSet set = get(name);
    SetElement element = set == null ? null : element(set, packet, directions);
    if (set == null || element == null) {
      return this;
    }
    SetElement old = set.find(element);
    if (old != null && old.expiry() > now && !replace) {
      return this;
    }
    long seconds = timeout >= 0 ? timeout : set.header().timeout();
    boolean expires = set.header().timeout() >= 0 && seconds > 0;
    return with(set.with(element.expiringAt(expires ? now + seconds * SECOND : Long.MAX_VALUE)));
  }

  /** These with what a packet has taken out of a set ({@code -j SET --del-set}). */
  public IpSets withoutPacket(String name, Packet packet, String directions) {
    IpSet set = get(name);
    SetElement element = set == null ? null : element(set, packet, directions);
    return set == null || element == null ? this : with(set.without(element));
  }

  private static @Nullable SetElement element(IpSet set, Packet packet, String directions) {
    SetType type = set.header().type();
    if (type == SetType.LIST_SET || directions.length() < type.dimensions()) {
      return null;
    }
    if (type == SetType.BITMAP_PORT) {
      return SetElement.ofPort(IpSet.port(packet, directions, 0));
    }
    if (packet.family() != set.header().family()) {
      return null;
    }
    Cidr first = new Cidr(address(packet, directions, 0), set.lengthToAdd());
    if (!type.hasPort()) {
      return SetElement.of(first);
    }
    int port = IpSet.port(packet, directions, 1);
    return type.hasSecondAddress()
        ? SetElement.of(first, packet.protocol(), port, Cidr.host(address(packet, directions, 2)))
        : SetElement.of(first, packet.protocol(), port);
  }

  private static IpAddress address(Packet packet, String directions, int dimension) {
    return IpSet.isSource(directions, dimension) ? packet.source() : packet.destination();
  }

  @Override
  public void digestTo(StateDigest digest) {
    for (IpSet set : all()) {
      digest.add(set.header().toString());
      for (SetElement element : set.elements()) {
        digest.add(element.toString()).add(element.expiry()).add(element.nomatch() ? 1 : 0);
      }
    }
  }
}
