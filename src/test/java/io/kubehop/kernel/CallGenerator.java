package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/** Random calls between the machines of the lab, each from a port of its own. */
final class CallGenerator {
  static final List<String> PORTS =
      List.of("53", "80", "81", "443", "8080", "8443", "9100", "10250");
  static final List<String> VIRTUAL = List.of("10.96.0.10", "10.96.0.11", "10.96.0.12");

  private static final List<String> REAL =
      List.of("10.244.0.11", "10.244.0.12", "192.168.0.2", "203.0.113.7");

  private CallGenerator() {}

  static List<RealCall> calls(Dice dice, int count, int firstSourcePort) {
    List<RealCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(
          new RealCall(
              dice.of("node", "client", "a1", "a1", "a2"),
              dice.of("tcp", "tcp", "udp"),
              dice.percent(45) ? dice.of(VIRTUAL) : dice.of(REAL),
              Integer.parseInt(dice.of(PORTS)),
              firstSourcePort + i));
    }
    return calls;
  }
}
