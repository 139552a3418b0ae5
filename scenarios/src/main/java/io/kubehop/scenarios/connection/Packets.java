package io.kubehop.scenarios.connection;

import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;

/** Takes the hops of a connection apart into its packets. */
public final class Packets {
  private Packets() {}

  /** The hops of each packet, from the host that made it to where it ended, in order. */
  public static List<List<Hop>> of(List<Hop> hops) {
    List<List<Hop>> packets = new ArrayList<>();
    for (Hop hop : hops) {
      if (packets.isEmpty() || isMade(hop)) {
        packets.add(new ArrayList<>());
      }
      packets.get(packets.size() - 1).add(hop);
    }
    return packets;
  }

  private static boolean isMade(Hop hop) {
    return !hop.steps().isEmpty() && hop.steps().get(0).kind() == Step.Kind.SENT;
  }

  /** The chains (or tables, virtual servers, maps) that the first packet enters, in order. */
  public static List<String> chainsOfFirst(List<Hop> hops) {
    List<String> chains = new ArrayList<>();
    for (Hop hop : hops.isEmpty() ? hops : of(hops).get(0)) {
      for (Step step : hop.steps()) {
        if (step instanceof Step.ChainEntered entered) {
          chains.add(entered.chain());
        }
      }
    }
    return chains;
  }
}
