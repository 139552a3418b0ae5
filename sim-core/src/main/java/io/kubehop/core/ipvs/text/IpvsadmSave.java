package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.Forwarding;
import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.Tunnel;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.net.SocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Virtual and real servers as {@code ipvsadm-save -n} writes them. As there, connection thresholds
 * are not written.
 */
public final class IpvsadmSave {
  private IpvsadmSave() {}

  /**
   * One line for each virtual and real server, each ended by a line feed, in the order of the tool.
   */
  public static String print(List<VirtualServerEntry> entries) {
    StringBuilder text = new StringBuilder();
    Comparator<VirtualServerEntry> order =
        (a, b) -> ListingOrder.OF_SERVICES.compare(a.service().key(), b.service().key());
    for (VirtualServerEntry entry : ListingOrder.sort(entries, order)) {
      print(entry, text);
    }
    return text.toString();
  }

  private static void print(VirtualServerEntry entry, StringBuilder text) {
    VirtualServerConfig service = entry.service();
    String name = ServiceName.asOptions(service.key());
    text.append("-A ").append(name).append(" -s ").append(service.scheduler());
    Persistence persistence = service.persistence();
    if (persistence != null) {
      text.append(" -p ").append(persistence.timeoutSeconds());
      if (!persistence.isPerClient()) {
        text.append(" -M ").append(ServiceName.mask(service.key(), persistence));
      }
    }
    if (service.onePacket()) {
      text.append(" -o");
    }
    if (service.schedulerFlags() != 0) {
      text.append(" -b ").append(FlagNames.print(service.scheduler(), service.schedulerFlags()));
    }
    text.append('\n');
    Comparator<RealServerConfig> order =
        (a, b) -> ListingOrder.OF_SERVERS.compare(a.socket(), b.socket());
    for (RealServerConfig server : ListingOrder.sort(entry.servers(), order)) {
      print(name, server, text);
    }
  }

  private static void print(String service, RealServerConfig server, StringBuilder text) {
    SocketAddress socket = server.socket();
    text.append("-a ").append(service).append(" -r ").append(socket).append(' ');
    text.append(server.forwarding().option()).append(" -w ").append(server.weight());
    if (server.forwarding() == Forwarding.TUNNEL) {
      print(server.tunnel(), text);
    }
    text.append('\n');
  }

  private static void print(Tunnel tunnel, StringBuilder text) {
    text.append(" --tun-type ").append(tunnel.type().name().toLowerCase(Locale.ROOT));
    if (tunnel.type() == Tunnel.Type.GUE) {
      text.append(" --tun-port ").append(tunnel.port());
    }
    if (tunnel.type() != Tunnel.Type.IPIP) {
      text.append(' ').append(tunnel.checksum().option());
    }
  }
}
