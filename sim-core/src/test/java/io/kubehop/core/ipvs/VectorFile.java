package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recording of a kernel: how it was set up, and what was done, in order. */
record VectorFile(
    String name, IpvsSysctls sysctls, List<VirtualServerConfig> services, List<JsonNode> ops) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SYSCTL = "net.ipv4.vs.";

  static JsonNode tree(Path file) {
    return JSON.readTree(file);
  }

  static VectorFile read(Path file) {
    JsonNode root = tree(file);
    JsonNode settings = root.path("sysctl");
    IpvsSysctls sysctls =
        new IpvsSysctls(
            settings.path(SYSCTL + "conntrack").asInt(0) != 0,
            settings.path(SYSCTL + "expire_nodest_conn").asInt(0) != 0,
            settings.path(SYSCTL + "expire_quiescent_template").asInt(0) != 0,
            settings.path(SYSCTL + "conn_reuse_mode").asInt(1));
    List<VirtualServerConfig> services = new ArrayList<>();
    root.path("services").forEach(service -> services.add(config(key(service), service)));
    List<JsonNode> ops = new ArrayList<>();
    root.path("ops").forEach(ops::add);
    return new VectorFile(root.path("name").asString(), sysctls, services, ops);
  }

  /** Whether time is given to timers. */
  boolean hasWaits() {
    return ops.stream().anyMatch(op -> op.path("op").asString().equals("wait"));
  }

  private static VirtualServerKey key(JsonNode service) {
    if (service.has("fwmark")) {
      IpFamily family =
          service.path("family").asString().equals("ipv6") ? IpFamily.IPV6 : IpFamily.IPV4;
      return VirtualServerKey.ofMark(service.path("fwmark").asInt(), family);
    }
    String protocol = service.path("protocol").asString().toUpperCase(Locale.ROOT);
    IpAddress address = IpAddress.parse(service.path("vip").asString());
    return VirtualServerKey.of(Protocol.valueOf(protocol), address, service.path("port").asInt());
  }

  /** The fields that {@code ipvsadm -A} and {@code -E} set. */
  static VirtualServerConfig config(VirtualServerKey key, JsonNode service) {
    SchedulerKind scheduler =
        Objects.requireNonNull(SchedulerKind.ofName(service.path("scheduler").asString()));
    int flags = 0;
    for (JsonNode flag : service.path("schedulerFlags")) {
      flags |= flag(flag.asString());
    }
    boolean onePacket = service.path("onePacket").asBoolean(false);
    return new VirtualServerConfig(key, scheduler, flags, persistence(key, service), onePacket);
  }

  private static int flag(String name) {
    return switch (name) {
      case "flag-1", "sh-fallback", "mh-fallback" -> SchedulerFlags.FALLBACK;
      case "flag-2", "sh-port", "mh-port" -> SchedulerFlags.PORT;
      case "flag-3" -> SchedulerFlags.FLAG_3;
      default -> throw new IllegalArgumentException("scheduler flag " + name);
    };
  }

  private static @Nullable Persistence persistence(VirtualServerKey key, JsonNode service) {
    if (!service.hasNonNull("persistentTimeout")) {
      return null;
    }
    int seconds = service.path("persistentTimeout").asInt();
    if (!service.hasNonNull("persistentNetmask")) {
      return Persistence.perClient(seconds);
    }
    JsonNode mask = service.path("persistentNetmask");
    return key.family() == IpFamily.IPV4
        ? Persistence.perMask(seconds, IpAddress.parse(mask.asString()).v4Bits())
        : Persistence.perPrefix(seconds, Integer.parseInt(mask.asString().replace("/", "")));
  }
}
