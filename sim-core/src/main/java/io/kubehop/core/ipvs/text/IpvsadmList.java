package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.RealServer;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerConfig;
import java.util.Comparator;
import java.util.Locale;

/** The state of IPVS as {@code ipvsadm -Ln} and {@code ipvsadm -Lnc} show it. */
public final class IpvsadmList {
  private static final String TITLE =
      """
      IP Virtual Server version 1.2.1 (size=4096)
      Prot LocalAddress:Port Scheduler Flags
        -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
      """;
  private static final long SECOND = 1_000_000_000L;

  private IpvsadmList() {}

  /** {@code ipvsadm -Ln}: virtual servers, and real servers with their counts. */
  public static String print(Ipvs ipvs) {
    StringBuilder text = new StringBuilder(TITLE);
    Comparator<VirtualServer> order = (a, b) -> ListingOrder.OF_SERVICES.compare(a.key(), b.key());
    for (VirtualServer service : ListingOrder.sort(ipvs.services(), order)) {
      print(service, text);
    }
    return text.toString();
  }

  private static void print(VirtualServer service, StringBuilder text) {
    VirtualServerConfig config = service.config();
    text.append(ServiceName.inList(config.key())).append(' ').append(config.scheduler());
    if (config.schedulerFlags() != 0) {
      text.append(" (").append(FlagNames.print(config.scheduler(), config.schedulerFlags()));
      text.append(')');
    }
    Persistence persistence = config.persistence();
    if (persistence != null) {
      text.append(" persistent ").append(persistence.timeoutSeconds());
      if (!persistence.isPerClient()) {
        text.append(" mask ").append(ServiceName.mask(config.key(), persistence));
      }
    }
    text.append(config.onePacket() ? " ops\n" : "\n");
    Comparator<RealServer> order =
        (a, b) -> ListingOrder.OF_SERVERS.compare(a.socket(), b.socket());
    for (RealServer server : ListingOrder.sort(service.servers(), order)) {
      text.append(
          String.format(
              Locale.ROOT,
              "  -> %-28s %-7s %-6d %-10d %-10d\n",
              server.socket(),
              server.forwarding().label(),
              server.weight(),
              server.activeConnections(),
              server.inactiveConnections()));
    }
  }

  /**
   * {@code ipvsadm -Lnc}: connections and templates with the time they have left. The kernel's
   * order is that of a salted hash; here the oldest comes first.
   */
  public static String printConnections(Ipvs ipvs) {
    StringBuilder text = new StringBuilder("IPVS connection entries\n");
    text.append("pro expire state       source             virtual            destination\n");
    for (IpvsConnection connection : ipvs.connections()) {
      long left = Math.max(0, connection.expires() - ipvs.now()) / SECOND;
      text.append(
          String.format(
              Locale.ROOT,
              "%-3s %-6s %-11s %-18s %-18s %s\n",
              ServiceName.protocol(connection.protocol()),
              String.format(Locale.ROOT, "%02d:%02d", left / 60, left % 60),
              connection.state(),
              connection.client(),
              connection.virtual(),
              connection.destination()));
    }
    return text.toString();
  }
}
