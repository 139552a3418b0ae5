package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code -A} says, and how {@code -a} names a virtual server. */
final class ServiceOptions {
  private static final int LONGEST_PERSISTENCE = 31 * 24 * 60 * 60;
  private static final int DEFAULT_PERSISTENCE = 6 * 60;

  private ServiceOptions() {}

  static VirtualServerConfig config(CommandLine line) throws SyntaxException {
    VirtualServerKey key = key(line);
    SchedulerKind scheduler = scheduler(line);
    Word engine = line.argument(OptionName.PERSISTENCE_ENGINE);
    if (engine != null) {
      throw engine.problem("persistence engine '" + engine.text() + "' is not modelled");
    }
    Persistence persistence = persistence(line, key);
    Word onePacket = line.option(OptionName.ONE_PACKET);
    if (!key.isByMark() && key.port() == 0 && persistence == null) {
      throw line.problem("port 0 takes a persistent virtual server: add -p");
    }
    if (onePacket != null && !key.isByMark() && key.protocol() != Protocol.UDP.number()) {
      throw onePacket.problem("one-packet scheduling is for UDP");
    }
    int flags = flags(line, scheduler);
    return new VirtualServerConfig(key, scheduler, flags, persistence, onePacket != null);
  }

  static VirtualServerKey key(CommandLine line) throws SyntaxException {
    OptionName by =
        line.oneOf(
            OptionName.TCP_SERVICE,
            OptionName.UDP_SERVICE,
            OptionName.SCTP_SERVICE,
            OptionName.FWMARK_SERVICE);
    if (by == null) {
      throw line.problem(
          line.command()
              + " needs a virtual server: -t, -u or --sctp-service ADDRESS:PORT, or -f MARK");
    }
    Word word = line.required(by);
    if (by == OptionName.FWMARK_SERVICE) {
      IpFamily family = line.has(OptionName.IPV6) ? IpFamily.IPV6 : IpFamily.IPV4;
      return VirtualServerKey.ofMark(mark(word), family);
    }
    Word v6 = line.option(OptionName.IPV6);
    if (v6 != null) {
      throw v6.problem("-6 goes with -f alone");
    }
    SocketText socket = SocketText.read(word);
    Integer port = socket.port();
    return VirtualServerKey.of(protocol(by), socket.address(), port == null ? 0 : port);
  }

  private static Protocol protocol(OptionName by) {
    return switch (by) {
      case TCP_SERVICE -> Protocol.TCP;
      case UDP_SERVICE -> Protocol.UDP;
      default -> Protocol.SCTP;
    };
  }

  private static int mark(Word word) throws SyntaxException {
    try {
      int mark = Integer.parseUnsignedInt(word.text());
      if (mark != 0) {
        return mark;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw word.problem("mark '" + word.text() + "' is not a whole number in 1..4294967295");
  }

  private static SchedulerKind scheduler(CommandLine line) throws SyntaxException {
    Word word = line.argument(OptionName.SCHEDULER);
    SchedulerKind kind = word == null ? SchedulerKind.WLC : SchedulerKind.ofName(word.text());
    if (kind == null && word != null) {
      throw word.problem(
          "scheduler '" + word.text() + "' is not one of " + List.of(SchedulerKind.values()));
    }
    return kind == null ? SchedulerKind.WLC : kind;
  }

  private static int flags(CommandLine line, SchedulerKind scheduler) throws SyntaxException {
    Word word = line.argument(OptionName.SCHEDULER_FLAGS);
    int flags = 0;
    if (word != null) {
      for (String name : word.text().split(",", -1)) {
        int flag = FlagNames.parse(scheduler, name);
        if (flag == 0) {
          throw word.problem("scheduler " + scheduler + " has no flag '" + name + "'");
        }
        flags |= flag;
      }
    }
    return flags;
  }

  private static @Nullable Persistence persistence(CommandLine line, VirtualServerKey key)
      throws SyntaxException {
    Word mask = line.argument(OptionName.NETMASK);
    if (!line.has(OptionName.PERSISTENT)) {
      return null; // a mask alone says nothing
    }
    Word timeout = line.argument(OptionName.PERSISTENT);
    int seconds =
        timeout == null
            ? DEFAULT_PERSISTENCE
            : timeout.number("persistence timeout", 1, LONGEST_PERSISTENCE);
    if (mask == null) {
      return Persistence.perClient(seconds);
    }
    if (key.family() == IpFamily.IPV6) {
      return Persistence.perPrefix(seconds, mask.number("prefix length", 1, 128));
    }
    if (!IpAddress.isAddress(mask.text()) || !IpAddress.parse(mask.text()).isV4()) {
      throw mask.problem("'" + mask.text() + "' is not a mask such as 255.255.255.0");
    }
    return Persistence.perMask(seconds, IpAddress.parse(mask.text()).v4Bits());
  }
}
