package io.kubehop.core.ipset;

import io.kubehop.core.collect.PacketKeyMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds elements by what a packet has, without allocation: by first address, protocol and port; of
 * networks, one look-up for each prefix length that occurs. Persistent.
 */
final class ElementIndex {
  static final ElementIndex EMPTY = new ElementIndex(PacketKeyMap.empty(), new int[129]);

  private static final int PREFIX_SHIFT = 24;
  private static final int PROTOCOL_SHIFT = 16;

  private final PacketKeyMap<SetElement[]> buckets;
  private final int[] lengths; // how many elements there are of each 128-bit prefix length

  private ElementIndex(PacketKeyMap<SetElement[]> buckets, int[] lengths) {
    this.buckets = buckets;
    this.lengths = lengths;
  }

  ElementIndex with(SetElement element) {
    SetElement[] bucket = bucket(element);
    SetElement[] more =
        bucket == null ? new SetElement[1] : Arrays.copyOf(bucket, bucket.length + 1);
    more[more.length - 1] = element;
    return changed(element, more, 1);
  }

  ElementIndex without(SetElement element) {
    SetElement[] bucket = bucket(element);
    SetElement[] fewer =
        Arrays.stream(bucket == null ? new SetElement[0] : bucket)
            .filter(other -> !other.equals(element))
            .toArray(SetElement[]::new);
    return changed(element, fewer.length == 0 ? null : fewer, -1);
  }

  private ElementIndex changed(SetElement element, SetElement @Nullable [] bucket, int by) {
    Cidr first = first(element);
    int length = length(first);
    int[] counts = lengths.clone();
    counts[length] += by;
    int tag = tag(length, element.protocol(), element.port());
    return new ElementIndex(
        buckets.with(tag, first.address().high(), first.address().low(), bucket), counts);
  }

  private SetElement @Nullable [] bucket(SetElement element) {
    Cidr first = first(element);
    int tag = tag(length(first), element.protocol(), element.port());
    return buckets.get(tag, first.address().high(), first.address().low());
  }

  private static Cidr first(SetElement element) {
    Cidr first = element.first();
    return first == null ? new Cidr(IpAddress.ANY_V6, 0) : first;
  }

  /**
   * Whether a packet with these values is in the set: the most specific element that holds it
   * decides.
   *
   * @param secondHigh upper half of the second address, if elements have one
   */
  boolean contains(
      long high, long low, int protocol, int port, long secondHigh, long secondLow, long now) {
    for (int length = lengths.length - 1; length >= 0; length--) {
      if (lengths[length] > 0) {
        int tag = tag(length, protocol, port);
        SetElement[] bucket = buckets.get(tag, high & highMask(length), low & lowMask(length));
        SetElement found = bucket == null ? null : best(bucket, secondHigh, secondLow, now);
        if (found != null) {
          return !found.nomatch();
        }
      }
    }
    return false;
  }

  private static @Nullable SetElement best(SetElement[] bucket, long high, long low, long now) {
    SetElement best = null;
    int bestLength = -1;
    for (SetElement element : bucket) {
      Cidr second = element.second();
      int length = second == null ? 0 : second.prefixLength();
      boolean holds = second == null || second.contains(high, low);
      if (holds && length > bestLength && element.expiry() > now) {
        best = element;
        bestLength = length;
      }
    }
    return best;
  }

  /** The longest prefix that occurs, over 128 bits; all of it if none does. */
  int longestPrefix() {
    for (int length = lengths.length - 1; length >= 0; length--) {
      if (lengths[length] > 0) {
        return length;
      }
    }
    return 128;
  }

  private static int length(Cidr network) {
    return network.prefixLength() + 128 - network.family().bits();
  }

  private static int tag(int length, int protocol, int port) {
    return length << PREFIX_SHIFT | protocol << PROTOCOL_SHIFT | port;
  }

  private static long highMask(int length) {
    return length >= 64 ? -1L : length == 0 ? 0 : -1L << (64 - length);
  }

  private static long lowMask(int length) {
    return length <= 64 ? 0 : length == 128 ? -1L : -1L << (128 - length);
  }
}
