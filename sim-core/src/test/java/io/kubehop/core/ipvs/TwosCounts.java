package io.kubehop.core.ipvs;

import static io.kubehop.core.ipvs.BalancedPacket.socket;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.time.Simulation;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** How often power of two choices takes each server, in as many flows as a kernel was given. */
final class TwosCounts {
  private static final VirtualServerKey KEY =
      VirtualServerKey.of(Protocol.TCP, IpAddress.parse("10.96.0.10"), 80);

  /** The normal deviate that is exceeded once in a thousand times. */
  private static final double ONE_IN_A_THOUSAND = 3.090;

  private final Ipvs ipvs = new Ipvs(new Simulation(1), "node", TimerWheel.ON_TIME, c -> {});
  private final Map<String, Integer> chosen = new TreeMap<>();
  private int refused;

  /** Repeats a run. */
  TwosCounts(JsonNode run) {
    ipvs.addService(VirtualServerConfig.of(KEY, SchedulerKind.TWOS));
    run.path("weights")
        .properties()
        .forEach(
            server ->
                ipvs.addServer(
                    KEY,
                    RealServerConfig.masqueraded(
                        socket(server.getKey()), server.getValue().asInt())));
    boolean reset = run.path("flowsAre").asString().startsWith("reset");
    for (int i = 0; i < run.path("flows").asInt(); i++) {
      flow(new SocketAddress(IpAddress.parse("100.64.0.1").plus(i), 40_000), reset);
    }
  }

  private void flow(SocketAddress client, boolean reset) {
    SocketAddress virtual = new SocketAddress(KEY.address(), KEY.port());
    BalancedPacket call = BalancedPacket.call(Protocol.TCP, client, virtual);
    if (ipvs.in(call) != IpvsVerdict.FORWARD) {
      refused++;
      return;
    }
    String server = Objects.requireNonNull(call.ipvsConnection()).destination().toString();
    chosen.merge(server, 1, Integer::sum);
    if (reset) {
      ipvs.in(BalancedPacket.of(Protocol.TCP, client, virtual).withFlags(TcpFlags.ACK));
      ipvs.in(BalancedPacket.of(Protocol.TCP, client, virtual).withFlags(TcpFlags.RST));
    }
  }

  /**
   * Whether a kernel's counts can well be from the same distribution: a chi-square test of
   * homogeneity.
   */
  boolean resemble(JsonNode run) {
    int recordedRefusals = 0;
    for (JsonNode count : run.path("refused")) {
      recordedRefusals += count.asInt();
    }
    if (refused != recordedRefusals || chosen.size() != run.path("chosen").size()) {
      return false;
    }
    double chiSquare = 0;
    for (Map.Entry<String, Integer> count : chosen.entrySet()) {
      double ours = count.getValue();
      double kernels = run.path("chosen").path(count.getKey()).asInt(0);
      chiSquare += (ours - kernels) * (ours - kernels) / (ours + kernels);
    }
    return chiSquare <= bound(chosen.size() - 1);
  }

  /** What chi-square exceeds once in a thousand times (Wilson and Hilferty 1931). */
  private static double bound(int degrees) {
    if (degrees <= 0) {
      return 0;
    }
    double ninth = 2.0 / (9 * degrees);
    return degrees * Math.pow(1 - ninth + ONE_IN_A_THOUSAND * Math.sqrt(ninth), 3);
  }

  @Override
  public String toString() {
    return "chosen " + chosen + ", refused " + refused;
  }
}
