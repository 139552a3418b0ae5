package io.kubehop.dns.plugins.forward;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers to which a {@code forward} directive hands on: addresses, or the path of a file like
 * {@code /etc/resolv.conf}.
 */
final class ServerList {
  private static final int PORT = 53;

  private final Site site;

  ServerList(Site site) {
    this.site = site;
  }

  List<SocketAddress> parse(Directive directive, List<String> args) {
    Set<SocketAddress> servers = new LinkedHashSet<>();
    for (String arg : args) {
      if (arg.equals("/etc/resolv.conf")) {
        servers.addAll(site.nameservers());
      } else {
        SocketAddress server = address(directive, arg);
        if (server != null) {
          servers.add(server);
        }
      }
    }
    return List.copyOf(servers);
  }

  private @Nullable SocketAddress address(Directive directive, String text) {
    int scheme = text.indexOf("://");
    String transport = scheme < 0 ? "dns" : text.substring(0, scheme);
    if (!transport.equals("dns")) {
      site.findings()
          .accept(
              new Finding(
                  directive.line(), "forward over " + transport + " is not modelled: " + text));
      return null;
    }
    String host = text.substring(scheme < 0 ? 0 : scheme + 3);
    int port = PORT;
    int colon = host.lastIndexOf(':');
    boolean hasPort =
        colon > 0
            && (host.charAt(colon - 1) == ']' || host.indexOf(':') == colon)
            && host.substring(colon + 1).matches("[0-9]{1,5}");
    if (hasPort) {
      port = Integer.parseInt(host.substring(colon + 1));
      host = host.substring(0, colon);
    }
    host = host.replaceAll("[\\[\\]]|%.*", "");
    if (!IpAddress.isAddress(host)) {
      throw directive.error("not an IP address or file: \"" + text + "\"");
    }
    return new SocketAddress(IpAddress.parse(host), port);
  }
}
