package io.kubehop.core.nftables.statement;

import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.value.Key;
import org.jspecify.annotations.Nullable;

/**
 * To what a connection is translated: an address, a port, both, or neither.
 *
 * @param address the address, or address and port joined; null to leave addresses to themselves
 * @param port the port; null to leave ports to themselves
 * @param prefix whether only the prefix of the address is replaced
 * @param fixed what they come to if nothing depends on the packet, else null
 */
public record NatTarget(
    @Nullable NatOperand address,
    @Nullable NatOperand port,
    boolean prefix,
    @Nullable NatRange fixed) {

  /** Works out what does not depend on the packet. */
  public static NatTarget of(
      @Nullable NatOperand address, @Nullable NatOperand port, boolean prefix, NatFlags flags) {
    NatTarget target = new NatTarget(address, port, prefix, null);
    boolean constant =
        (address == null || address.isConstant()) && (port == null || port.isConstant());
    if (!constant) {
      return target;
    }
    Key from = new Key();
    Key to = new Key();
    if (address != null) {
      address.loadConstant(from, to);
    }
    if (port != null) {
      port.loadConstant(from, to);
    }
    boolean v4 = address == null || address.isV4();
    return new NatTarget(address, port, prefix, target.range(from, to, v4, flags));
  }

  int load(Evaluation at, Key from, Key to) {
    int loaded = address == null ? Expression.LOADED : address.load(at, from, to);
    return loaded == Expression.LOADED && port != null ? port.load(at, from, to) : loaded;
  }

  /** The range between two keys that hold address, port, or both. */
  NatRange range(Key from, Key to, boolean v4, NatFlags flags) {
    IpAddress first = address == null ? null : address(from, v4);
    IpAddress last = address == null ? null : address(to, v4);
    int portAt = address == null ? 0 : 1;
    boolean ports = from.size() > portAt;
    return new NatRange(
        first,
        last,
        ports ? (int) from.low(portAt) : -1,
        ports ? (int) to.low(portAt) : -1,
        -1,
        flags.random(),
        flags.fullyRandom(),
        flags.persistent(),
        prefix && first != null && last != null ? prefixLength(first, last) : -1);
  }

  private static IpAddress address(Key key, boolean v4) {
    return v4 ? IpAddress.ofV4((int) key.low(0)) : new IpAddress(key.high(0), key.low(0));
  }

  private static int prefixLength(IpAddress first, IpAddress last) {
    int free = Long.bitCount(first.high() ^ last.high()) + Long.bitCount(first.low() ^ last.low());
    return first.family().bits() - free;
  }

  String text() {
    if (address == null) {
      return port == null ? "" : ":" + port.text();
    }
    if (port == null) {
      return address.text();
    }
    boolean brackets = address.isConstant() && !address.isV4();
    return (brackets ? "[" + address.text() + "]" : address.text()) + ":" + port.text();
  }
}
