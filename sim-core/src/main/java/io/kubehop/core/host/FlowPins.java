package io.kubehop.core.host;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.StateDigest;
import java.util.List;

/**
 * Which gateway of several each flow has taken. A new flow takes any of them with equal chance (a
 * branching choice; a real router hashes the five-tuple), and all its packets follow as long as
 * that gateway is among the choices.
 */
final class FlowPins implements Digestible {
  private static final int MOST = 1 << 16;

  private final Host host;
  private final JournaledMap<FiveTuple, IpAddress> pins;

  FlowPins(Host host) {
    this.host = host;
    this.pins = new JournaledMap<>(host.simulation().journal());
  }

  IpAddress gateway(Packet packet, List<IpAddress> gateways) {
    FiveTuple flow = packet.fiveTuple();
    IpAddress pinned = pins.get(flow);
    if (pinned != null && gateways.contains(pinned)) {
      return pinned;
    }
    int way =
        host.simulation()
            .choices()
            .uniform(host.simulation().random().stream(host.name() + "/spread"), gateways.size());
    if (pins.size() >= MOST) {
      pins.clear();
    }
    pins.put(flow, gateways.get(way));
    return gateways.get(way);
  }

  @Override
  public void digestTo(StateDigest digest) {
    pins.forEach((flow, gateway) -> digest.add(flow.toString()).add(gateway.toString()));
  }
}
