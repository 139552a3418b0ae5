package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which ipvsadm lists. It subtracts addresses as 32-bit numbers and looks at the sign,
 * which wraps: 172.16.0.0 comes before 10.0.0.0. Since such an order can go round in a circle, the
 * result also depends on how it is sorted: by glibc's merge sort.
 */
final class ListingOrder {
  /** Of virtual servers: mark, family, protocol, address, port. */
  static final Comparator<VirtualServerKey> OF_SERVICES = ListingOrder::compare;

  /** Of real servers: address, port. */
  static final Comparator<SocketAddress> OF_SERVERS = ListingOrder::compare;

  private ListingOrder() {}

  private static int compare(VirtualServerKey a, VirtualServerKey b) {
    if (a.fwmark() != b.fwmark()) {
      return a.fwmark() - b.fwmark();
    }
    if (a.family() != b.family()) {
      return a.family().compareTo(b.family());
    }
    if (a.protocol() != b.protocol()) {
      return a.protocol() - b.protocol();
    }
    int byAddress = compare(a.address(), b.address());
    return byAddress != 0 ? byAddress : a.port() - b.port();
  }

  private static int compare(SocketAddress a, SocketAddress b) {
    int byAddress = compare(a.address(), b.address());
    return byAddress != 0 ? byAddress : a.port() - b.port();
  }

  private static int compare(IpAddress a, IpAddress b) {
    if (a.isV4()) {
      return a.v4Bits() - b.v4Bits();
    }
    for (int word = 0; word < 4; word++) {
      int difference = word(a, word) - word(b, word);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private static int word(IpAddress address, int index) {
    long half = index < 2 ? address.high() : address.low();
    return (int) (index % 2 == 0 ? half >>> 32 : half);
  }

  /** Sorts as glibc's qsort does, whatever the comparator makes of it. */
  static <T> List<T> sort(List<T> list, Comparator<? super T> comparator) {
    if (list.size() <= 1) {
      return list;
    }
    int half = list.size() / 2;
    List<T> left = sort(list.subList(0, half), comparator);
    List<T> right = sort(list.subList(half, list.size()), comparator);
    List<T> merged = new ArrayList<>(list.size());
    int l = 0;
    int r = 0;
    while (l < left.size() && r < right.size()) {
      boolean takeLeft = comparator.compare(left.get(l), right.get(r)) <= 0;
      merged.add(takeLeft ? left.get(l++) : right.get(r++));
    }
    merged.addAll(left.subList(l, left.size()));
    merged.addAll(right.subList(r, right.size()));
    return merged;
  }
}
