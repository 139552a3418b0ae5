package io.kubehop.core.conntrack;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a new connection is translated (nf_nat_core.c: nf_nat_setup_info, get_unique_tuple).
 * The result is written into the connection's reply tuple; {@link Translator} applies it to
 * packets.
 */
public final class NatBinder {
  private static final int MOST_ATTEMPTS = 128;

  private final ConnectionTable table;
  private final PortReuse reuse;
  private final Simulation simulation;
  private final String streamName;
  private final Tuple current;
  private final Tuple wanted;
  private final Tuple inverse;
  private @Nullable IpAddress first;
  private @Nullable IpAddress last;

  /**
   * Binds connections of one table.
   *
   * @param streamName the random stream for source ports
   */
  public NatBinder(Simulation simulation, ConnectionTable table, String streamName) {
    this.simulation = simulation;
    this.table = table;
    this.reuse = new PortReuse(table);
    this.streamName = streamName;
    Connection scratch = new Connection(simulation.journal());
    Connection moreScratch = new Connection(simulation.journal());
    this.current = scratch.original;
    this.wanted = scratch.reply;
    this.inverse = moreScratch.original;
  }

  /**
   * Decides a translation of one kind; does nothing if the connection is confirmed or one of this
   * kind is decided.
   */
  public void bind(Connection connection, NatKind kind, NatRange range) {
    first = range.minAddress();
    last = range.maxAddress();
    decide(connection, kind, range);
  }

  /** Does the same with one address in place of those of the range. */
  public void bind(Connection connection, NatKind kind, NatRange range, IpAddress address) {
    first = address;
    last = address;
    decide(connection, kind, range);
  }

  private void decide(Connection connection, NatKind kind, NatRange range) {
    if (connection.isConfirmed() || connection.isNatDone(kind)) {
      return;
    }
    current.setInverseOf(connection.reply);
    findUnique(connection, kind, range);
    if (!wanted.sameAs(current)) {
      connection.reply.setInverseOf(wanted);
      connection.add(kind == NatKind.SOURCE ? Connection.SOURCE_NAT : Connection.DESTINATION_NAT);
    }
    connection.add(
        kind == NatKind.SOURCE ? Connection.SOURCE_NAT_DONE : Connection.DESTINATION_NAT_DONE);
  }

  /**
   * Decides that no rule translates the connection; its port may still have to give way to a
   * translated one (nf_nat_alloc_null_binding).
   */
  public void bindNothing(Connection connection, NatKind kind) {
    if (connection.isConfirmed() || connection.isNatDone(kind)) {
      return;
    }
    current.setInverseOf(connection.reply);
    if (kind == NatKind.DESTINATION || !isUsed(current, connection)) {
      markDone(connection, kind);
    } else {
      bind(
          connection,
          kind,
          NatRange.ofAddress(new IpAddress(current.sourceHigh, current.sourceLow)));
    }
  }

  private static void markDone(Connection connection, NatKind kind) {
    connection.add(
        kind == NatKind.SOURCE ? Connection.SOURCE_NAT_DONE : Connection.DESTINATION_NAT_DONE);
  }

  private void findUnique(Connection connection, NatKind kind, NatRange range) {
    if (kind == NatKind.SOURCE && !range.random() && !range.fullyRandom()) {
      if (inRange(current, range)) {
        wanted.copyFrom(current);
        if (!isUsed(wanted, connection)) {
          return;
        }
      } else if (findMappingOfSource(range) && !isUsed(wanted, connection)) {
        return;
      }
    }
    wanted.copyFrom(current);
    chooseAddress(kind, range);
    if (!range.random() && !range.fullyRandom()) {
      if (range.mapsPorts()) {
        if (range.basePort() < 0
            && portInRange(wanted, kind, range)
            && (range.minPort() == range.maxPort() || !isUsed(wanted, connection))) {
          return;
        }
      } else if (!isUsed(wanted, connection)) {
        return;
      }
    }
    choosePort(connection, kind, range);
  }

  /** Whether the source of a tuple is already what a range asks for. */
  private boolean inRange(Tuple tuple, NatRange range) {
    IpAddress min = first;
    IpAddress max = last;
    if (min != null
        && max != null
        && (min.compareTo(tuple.sourceHigh, tuple.sourceLow) > 0
            || max.compareTo(tuple.sourceHigh, tuple.sourceLow) < 0)) {
      return false;
    }
    return !range.mapsPorts() || portInRange(tuple, NatKind.SOURCE, range);
  }

  private static boolean portInRange(Tuple tuple, NatKind kind, NatRange range) {
    int port = kind == NatKind.SOURCE || isEcho(tuple) ? tuple.sourcePort : tuple.destinationPort;
    return port >= range.minPort() && port <= range.maxPort();
  }

  private static boolean isEcho(Tuple tuple) {
    return tuple.protocol == Protocol.ICMP.number() || tuple.protocol == Protocol.ICMPV6.number();
  }

  /**
   * A source that is translated towards another destination keeps its translation
   * (find_appropriate_src).
   */
  private boolean findMappingOfSource(NatRange range) {
    Connection other = table.sources().first(current);
    while (other != null) {
      if (SourceIndex.sameSource(other.original, current) && table.isLive(other)) {
        wanted.setInverseOf(other.reply);
        wanted.destinationHigh = current.destinationHigh;
        wanted.destinationLow = current.destinationLow;
        wanted.destinationPort = current.destinationPort;
        if (inRange(wanted, range)) {
          return true;
        }
      }
      other = other.nextBySource;
    }
    return false;
  }

  /** Hashes the clients over the addresses of a range (find_best_ips_proto). */
  private void chooseAddress(NatKind kind, NatRange range) {
    IpAddress min = first;
    IpAddress max = last;
    if (min == null || max == null) {
      return;
    }
    if (range.netmapPrefixLength() >= 0) {
      setAddress(kind, netmap(kind, min, range.netmapPrefixLength()));
    } else if (min.equals(max)) {
      setAddress(kind, min);
    } else {
      setAddress(kind, AddressSpread.choose(current, kind, min, max, range.persistent()));
    }
  }

  private IpAddress netmap(NatKind kind, IpAddress network, int prefixLength) {
    long high = kind == NatKind.SOURCE ? current.sourceHigh : current.destinationHigh;
    long low = kind == NatKind.SOURCE ? current.sourceLow : current.destinationLow;
    Cidr cidr = new Cidr(network, prefixLength);
    return new IpAddress(
        (network.high() & cidr.highMask()) | (high & ~cidr.highMask()),
        (network.low() & cidr.lowMask()) | (low & ~cidr.lowMask()));
  }

  private void setAddress(NatKind kind, IpAddress address) {
    if (kind == NatKind.SOURCE) {
      wanted.sourceHigh = address.high();
      wanted.sourceLow = address.low();
    } else {
      wanted.destinationHigh = address.high();
      wanted.destinationLow = address.low();
    }
  }

  /** Tries ports until the tuple is free (nf_nat_l4proto_unique_tuple). */
  private void choosePort(Connection connection, NatKind kind, NatRange range) {
    Protocol protocol = Protocol.ofNumber(wanted.protocol);
    boolean echo = isEcho(wanted);
    if (protocol == null || (!range.mapsPorts() && kind == NatKind.DESTINATION && !echo)) {
      return;
    }
    int old = kind == NatKind.SOURCE || echo ? wanted.sourcePort : wanted.destinationPort;
    int min = firstPort(range, old, echo);
    int count = lastPort(range, old, echo) - min + 1;
    RandomStream random = simulation.random().stream(streamName);
    int offset;
    if (range.basePort() >= 0) {
      offset = old - range.basePort();
    } else if (range.random() || range.fullyRandom() || kind == NatKind.SOURCE) {
      offset = (int) random.nextBits(16);
    } else {
      offset = 0;
    }
    int attempts = Math.min(count, MOST_ATTEMPTS);
    while (true) {
      for (int i = 0; i < attempts; i++, offset++) {
        setPort(kind, echo, min + Math.floorMod(offset, count));
        inverse.setInverseOf(wanted);
        if (!reuse.isTaken(inverse, connection, attempts - i)) {
          return;
        }
      }
      if (attempts >= count || attempts < 16) {
        return;
      }
      attempts /= 2;
      offset = (int) random.nextBits(16);
    }
  }

  private static int firstPort(NatRange range, int old, boolean echo) {
    if (range.mapsPorts()) {
      return Math.min(range.minPort(), range.maxPort());
    }
    if (echo) {
      return 0;
    }
    return old < 512 ? 1 : old < 1024 ? 600 : 1024;
  }

  private static int lastPort(NatRange range, int old, boolean echo) {
    if (range.mapsPorts()) {
      return Math.max(range.minPort(), range.maxPort());
    }
    if (echo) {
      return 65535;
    }
    return old < 512 ? 511 : old < 1024 ? 1023 : 65535;
  }

  private void setPort(NatKind kind, boolean echo, int port) {
    if (kind == NatKind.SOURCE || echo) {
      wanted.sourcePort = port;
    }
    if (kind == NatKind.DESTINATION || echo) {
      wanted.destinationPort = port;
    }
  }

  private boolean isUsed(Tuple tuple, Connection except) {
    inverse.setInverseOf(tuple);
    return table.isTaken(inverse, except);
  }
}
