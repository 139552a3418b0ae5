package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/** Random calls between the machines of the lab, each from a port of its own. */
final class CallGenerator {
  static final List<String> PORTS =
      List.of("53", "80", "81", "443", "8080", "8443", "9100", "10250");

  private CallGenerator() {}

  static List<RealCall> calls(Dice dice, AddressPlan plan, int count, int firstSourcePort) {
    List<String> real = new ArrayList<>(plan.podAddresses());
    real.add(plan.node().address());
    real.add(plan.client().address());
    List<RealCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(
          new RealCall(
              dice.of("node", "client", "a1", "a1", "a2"),
              dice.of("tcp", "tcp", "udp"),
              dice.percent(45) ? dice.of(plan.virtual()) : dice.of(real),
              Integer.parseInt(dice.of(PORTS)),
              firstSourcePort + i));
    }
    return calls;
  }
}
