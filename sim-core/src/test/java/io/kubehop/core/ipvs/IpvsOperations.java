package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Things that are done to one virtual server, each told by a number from 0 to 99. */
final class IpvsOperations {
  static final String VIP = "10.96.0.1:80";
  private static final int SERVERS = 5;
  private static final VirtualServerKey KEY = BalancingHost.key("TCP " + VIP);

  final BalancingHost host = new BalancingHost();

  IpvsOperations(SchedulerKind scheduler, boolean persistent) {
    VirtualServerConfig config = VirtualServerConfig.of(KEY, scheduler);
    host.serve(config.withPersistence(persistent ? Persistence.perClient(20) : null));
  }

  static String server(int index) {
    return "10.244." + index / 250 + "." + (index % 250 + 1) + ":8080";
  }

  VirtualServer service() {
    return Objects.requireNonNull(host.ipvs().service(KEY));
  }

  RealServer server(String socket) {
    return Objects.requireNonNull(service().server(BalancedPacket.socket(socket)));
  }

  /** Does things; returns where the packets among them went. */
  List<String> perform(List<Integer> operations) {
    List<String> results = new ArrayList<>();
    operations.forEach(operation -> results.add(perform(operation)));
    return results;
  }

  private String perform(int operation) {
    String server = server(operation % SERVERS);
    String client = "192.0.2." + operation % 3 + ":" + (1000 + operation % 7);
    switch (operation / 10) {
      case 0, 1 -> host.weigh(KEY, server, operation % 4);
      case 2 -> remove(server);
      case 3 -> host.pass(operation % 10 * 15);
      case 4 -> host.set(operation % 2 == 0, operation % 3 == 0, operation % 4);
      case 5, 6 -> {
        return host.connect(client, VIP);
      }
      case 7 -> {
        return host.segment(BalancingHost.RST, client, VIP);
      }
      default -> {
        return host.call("TCP", client, VIP);
      }
    }
    return "";
  }

  private void remove(String server) {
    if (service().server(BalancedPacket.socket(server)) != null) {
      host.remove(KEY, server);
    }
  }
}
