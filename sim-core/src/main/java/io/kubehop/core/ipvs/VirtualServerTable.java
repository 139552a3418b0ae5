package io.kubehop.core.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The virtual servers of one host, in one hash (ip_vs_svc_table and ip_vs_svc_fwm_table). */
final class VirtualServerTable implements Digestible {
  static final int FTP_PORT = 21;
  static final int FTP_DATA_PORT = 20;
  private static final int FIRST_UNPRIVILEGED_PORT = 1024;

  private final ChainedHash<VirtualServer> servers;
  private final LongCell nextSequence;
  private final LongCell v4Count;
  private final LongCell v6Count;
  private final LongCell ftpCount;
  private final LongCell anyPortCount;

  VirtualServerTable(Journal journal) {
    this.servers = new ChainedHash<>(journal);
    this.nextSequence = new LongCell(journal, 0);
    this.v4Count = new LongCell(journal, 0);
    this.v6Count = new LongCell(journal, 0);
    this.ftpCount = new LongCell(journal, 0);
    this.anyPortCount = new LongCell(journal, 0);
  }

  /** Whether there is one of a family at all; else the kernel's hooks are not there either. */
  boolean hasAny(boolean v4) {
    return (v4 ? v4Count : v6Count).get() > 0;
  }

  @Nullable VirtualServer get(VirtualServerKey key) {
    IpAddress address = key.address();
    return key.isByMark()
        ? findMark(key.fwmark(), address.isV4())
        : findExact(key.protocol(), address.high(), address.low(), key.port());
  }

  /**
   * The virtual server of a packet: by mark, else by address and port, else one for FTP's data
   * connections, else one for any port (ip_vs_service_find).
   */
  @Nullable VirtualServer find(int fwmark, int protocol, long high, long low, int port) {
    VirtualServer found = fwmark == 0 ? null : findMark(fwmark, IpAddress.isV4(high, low));
    if (found == null) {
      found = findExact(protocol, high, low, port);
    }
    if (found == null && ftpCount.get() > 0 && mayBeFtpData(protocol, port)) {
      found = findExact(protocol, high, low, FTP_PORT);
    }
    if (found == null && anyPortCount.get() > 0) {
      found = findExact(protocol, high, low, 0);
    }
    return found;
  }

  private static boolean mayBeFtpData(int protocol, int port) {
    return protocol == Protocol.TCP.number()
        && (port == FTP_DATA_PORT || port >= FIRST_UNPRIVILEGED_PORT);
  }

  private @Nullable VirtualServer findExact(int protocol, long high, long low, int port) {
    VirtualServer at = servers.chain(hash(protocol, high, low, port));
    while (at != null && !isAt(at.key(), protocol, high, low, port)) {
      at = at.nextInChain;
    }
    return at;
  }

  private static boolean isAt(VirtualServerKey key, int protocol, long high, long low, int port) {
    return key.port() == port
        && key.address().low() == low
        && key.address().high() == high
        && key.protocol() == protocol
        && !key.isByMark();
  }

  private @Nullable VirtualServer findMark(int fwmark, boolean v4) {
    IpAddress any = v4 ? IpAddress.ANY_V4 : IpAddress.ANY_V6;
    int hash = hash(Protocol.TCP.number(), any.high(), any.low(), 0) + fwmark;
    VirtualServer at = servers.chain(hash);
    while (at != null && (at.key().fwmark() != fwmark || at.key().address().isV4() != v4)) {
      at = at.nextInChain;
    }
    return at;
  }

  static int hash(int protocol, long high, long low, int port) {
    long h = (low ^ Long.rotateLeft(high, 32)) * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L + (((long) port << 8) | protocol);
    return (int) ((h * 0x94D049BB133111EBL) >>> 32);
  }

  void add(VirtualServer server) {
    server.sequence = nextSequence.get();
    nextSequence.set(server.sequence + 1);
    servers.insert(server);
    count(server.key(), 1);
  }

  void remove(VirtualServer server) {
    servers.remove(server);
    count(server.key(), -1);
  }

  private void count(VirtualServerKey key, int change) {
    addTo(key.address().isV4() ? v4Count : v6Count, change);
    if (key.port() == FTP_PORT) {
      addTo(ftpCount, change);
    } else if (key.port() == 0) {
      addTo(anyPortCount, change);
    }
  }

  private static void addTo(LongCell count, int change) {
    count.set(count.get() + change);
  }

  /** All of them, oldest first. */
  List<VirtualServer> inOrder() {
    List<VirtualServer> all = new ArrayList<>(servers.size());
    servers.forEach(all::add);
    all.sort(Comparator.comparingLong(server -> server.sequence));
    return all;
  }

  @Override
  public void digestTo(StateDigest digest) {
    inOrder().forEach(digest::add);
  }
}
