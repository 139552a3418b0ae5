package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.Forwarding;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.Tunnel;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** What {@code -a} says of a real server. */
final class ServerOptions {
  private ServerOptions() {}

  static RealServerConfig config(CommandLine line, VirtualServerKey service)
      throws SyntaxException {
    Forwarding forwarding = forwarding(line);
    SocketAddress socket = socket(line, service, forwarding);
    int weight = number(line, OptionName.WEIGHT, "weight", 1, 65535);
    int upper = number(line, OptionName.UPPER_THRESHOLD, "upper threshold", 0, Integer.MAX_VALUE);
    int lower = number(line, OptionName.LOWER_THRESHOLD, "lower threshold", 0, Integer.MAX_VALUE);
    Word lowerWord = line.argument(OptionName.LOWER_THRESHOLD);
    if (lowerWord != null && lower > upper) {
      throw lowerWord.problem(
          "lower threshold " + lower + " is higher than the upper one, " + upper);
    }
    return new RealServerConfig(socket, forwarding, tunnel(line, forwarding), weight, upper, lower);
  }

  private static int number(CommandLine line, OptionName name, String what, int absent, int max)
      throws SyntaxException {
    Word word = line.argument(name);
    return word == null ? absent : word.number(what, 0, max);
  }

  private static Forwarding forwarding(CommandLine line) throws SyntaxException {
    OptionName by = line.oneOf(OptionName.MASQUERADE, OptionName.DIRECT_ROUTE, OptionName.TUNNEL);
    if (by == OptionName.MASQUERADE) {
      return Forwarding.MASQUERADE;
    }
    return by == OptionName.TUNNEL ? Forwarding.TUNNEL : Forwarding.DIRECT_ROUTE;
  }

  /** Without masquerading, the port cannot be another one than the virtual server's. */
  private static SocketAddress socket(
      CommandLine line, VirtualServerKey service, Forwarding forwarding) throws SyntaxException {
    Word word = line.required(OptionName.REAL_SERVER);
    SocketText socket = SocketText.read(word);
    boolean tunnelled = forwarding == Forwarding.TUNNEL;
    if (!tunnelled && socket.address().family() != service.family()) {
      throw word.problem("'" + word.text() + "' is not of the family of " + service);
    }
    Integer port = socket.port();
    boolean keepsPort = forwarding != Forwarding.MASQUERADE && !service.isByMark();
    return new SocketAddress(socket.address(), port == null || keepsPort ? service.port() : port);
  }

  private static Tunnel tunnel(CommandLine line, Forwarding forwarding) throws SyntaxException {
    OptionName checksumBy =
        line.oneOf(
            OptionName.TUNNEL_NO_CHECKSUM,
            OptionName.TUNNEL_CHECKSUM,
            OptionName.TUNNEL_REMOTE_CHECKSUM);
    Word type = line.argument(OptionName.TUNNEL_TYPE);
    if (type == null) {
      return Tunnel.IPIP;
    }
    if (forwarding != Forwarding.TUNNEL) {
      throw type.problem("--tun-type goes with -i alone");
    }
    return switch (type.text()) {
      case "ipip" -> Tunnel.IPIP;
      case "gue" -> new Tunnel(Tunnel.Type.GUE, tunnelPort(line), checksum(checksumBy));
      case "gre" -> new Tunnel(Tunnel.Type.GRE, 0, checksum(checksumBy));
      default -> throw type.problem("tunnel type '" + type.text() + "' is not ipip, gue or gre");
    };
  }

  private static int tunnelPort(CommandLine line) throws SyntaxException {
    return line.required(OptionName.TUNNEL_PORT).number("tunnel port", 1, 65535);
  }

  private static Tunnel.Checksum checksum(@Nullable OptionName by) {
    if (by == OptionName.TUNNEL_CHECKSUM) {
      return Tunnel.Checksum.PLAIN;
    }
    return by == OptionName.TUNNEL_REMOTE_CHECKSUM ? Tunnel.Checksum.REMOTE : Tunnel.Checksum.NONE;
  }
}
