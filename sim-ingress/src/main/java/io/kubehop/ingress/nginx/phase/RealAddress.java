package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.nginx.annotation.SourceRanges;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.proxy.ProxyRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom nginx takes for the client (ngx_http_realip_module): the other end of the connection, unless
 * that one is trusted to speak for another.
 */
final class RealAddress {

  private RealAddress() {}

  static IpAddress of(ProxyRequest incoming, GlobalSettings settings) {
    IpAddress connection = incoming.client().address();
    boolean forwarded = settings.flag("use-forwarded-headers", false);
    boolean proxyProtocol = settings.flag("use-proxy-protocol", false);
    boolean byHeader = (forwarded || settings.flag("enable-real-ip", false)) && !proxyProtocol;
    if (!byHeader) {
      return connection;
    }
    String header = settings.text("forwarded-for-header", "X-Forwarded-For");
    return walk(connection, addresses(incoming, header), trusted(settings));
  }

  private static SourceRanges trusted(GlobalSettings settings) {
    List<String> ranges = settings.list("proxy-real-ip-cidr");
    return SourceRanges.parse(ranges.isEmpty() ? List.of("0.0.0.0/0") : ranges);
  }

  private static List<String> addresses(ProxyRequest incoming, String header) {
    List<String> addresses = new ArrayList<>();
    for (String value : incoming.request().headers().all(header)) {
      addresses.addAll(List.of(value.split(",", -1)));
    }
    return addresses;
  }

  /** From the nearest to the farthest, as long as each one is trusted. */
  private static IpAddress walk(IpAddress from, List<String> addresses, SourceRanges trusted) {
    IpAddress current = from;
    for (int i = addresses.size() - 1; i >= 0 && trusted.contains(current); i--) {
      String text = addresses.get(i).trim();
      if (!IpAddress.isAddress(text)) {
        return current;
      }
      current = IpAddress.parse(text);
    }
    return current;
  }
}
