package io.kubehop.scenarios.connection;

import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the hops of a connection apart into its packets. */
public final class Packets {
  /** What the clients of a {@code send} call themselves. */
  private static final List<String> OPENERS = List.of("connect", "send");

  private Packets() {}

  /**
   * The hops of each packet, from the host that made it to where it ended; packets in the order in
   * which they were made. What an application says between two packets stands by itself.
   */
  public static List<List<Hop>> of(List<Hop> hops) {
    List<List<Hop>> packets = new ArrayList<>();
    for (Hop hop : hops) {
      Optional<List<Hop>> packet =
          packets.isEmpty() || isMade(hop) || isNote(hop)
              ? Optional.empty()
              : Optional.of(inFlight(packets, hop));
      packet.ifPresentOrElse(
          known -> known.add(hop), () -> packets.add(new ArrayList<>(List.of(hop))));
    }
    return packets;
  }

  /**
   * The packet that comes to a host: the first of those that were sent there and have not arrived,
   * since no link changes their order.
   */
  private static List<Hop> inFlight(List<List<Hop>> packets, Hop arrival) {
    return packets.stream()
        .filter(packet -> isSentTo(packet.get(packet.size() - 1), arrival.place()))
        .findFirst()
        .orElse(packets.get(packets.size() - 1));
  }

  private static boolean isSentTo(Hop from, Hop.Place place) {
    return from.place().message().equals(place.message())
        && from.steps().stream()
            .anyMatch(
                step ->
                    step instanceof Step.Transmitted transmitted
                        && transmitted.to().equals(place.host())
                        && transmitted.packet().equals(place.packet()));
  }

  /** How many packets go before the connection's first, to look its name up; 0 if none opens it. */
  public static int lookUps(List<List<Hop>> packets) {
    for (int i = 0; i < packets.size(); i++) {
      if (opensConnection(packets.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean opensConnection(List<Hop> packet) {
    return isMade(packet.get(0))
        && packet.get(0).steps().get(0) instanceof Step.Sent sent
        && OPENERS.contains(sent.by());
  }

  private static boolean isMade(Hop hop) {
    return !hop.steps().isEmpty() && hop.steps().get(0).kind() == Step.Kind.SENT;
  }

  /** Whether an application speaks, and no packet moves. */
  public static boolean isNote(Hop hop) {
    return !hop.steps().isEmpty() && hop.steps().get(0).kind() == Step.Kind.APPLICATION_NOTE;
  }

  /**
   * The chains (or tables, virtual servers, maps) that the first packet of the connection enters,
   * in order. Packets of a look-up of its name come before it.
   */
  public static List<String> chainsOfFirst(List<Hop> hops) {
    List<String> chains = new ArrayList<>();
    List<List<Hop>> packets = of(hops);
    for (Hop hop : packets.isEmpty() ? hops : packets.get(lookUps(packets))) {
      for (Step step : hop.steps()) {
        if (step instanceof Step.ChainEntered entered) {
          chains.add(entered.chain());
        } else if (step instanceof Step.Balanced balanced) {
          chains.add(balanced.virtualServer());
        }
      }
    }
    return chains;
  }
}
