package io.kubehop.jmh.results;

import java.util.List;
import java.util.Optional;

/**
 * What the project has set itself: one measurement is at most so many times another one.
 *
 * @param number of the bound, for reference
 * @param what is measured, in words
 * @param over the measurement
 * @param under what it is measured against, in the same run
 * @param most the largest ratio that is good enough
 */
record Bound(String number, String what, Subject over, Subject under, double most) {
  private static final String PACKET = "PacketBenchmark.";
  private static final String STEP = "EventStepBenchmark.";

  static Bound of(String number, String what, String over, String under, double most) {
    return new Bound(number, what, Subject.of(over), Subject.of(under), most);
  }

  /** All of them. */
  static List<Bound> all() {
    return List.of(
        step("1a", "priorityQueue", "exponential", 1_000, 0.70),
        step("1b", "priorityQueue", "exponential", 100_000, 0.45),
        step("1c", "priorityQueue", "exponential", 1_000_000, 0.40),
        step("1d", "priorityQueue", "network", 1_000, 0.70),
        step("1e", "priorityQueue", "network", 100_000, 0.45),
        step("1f", "priorityQueue", "network", 1_000_000, 0.40),
        step("2a", "treeSet", "exponential", 100_000, 0.20),
        step("2b", "treeSet", "exponential", 1_000_000, 0.20),
        of(
            "3",
            "event step, 100,000 pending: delays of a network / exponential ones",
            STEP + "kubehop delays=network pending=100000",
            STEP + "kubehop delays=exponential pending=100000",
            1.1),
        growing("4a", 10_000),
        growing("4b", 30_000),
        of(
            "4c",
            "first packet / translation by hand, 30,000 Services",
            PACKET + "firstPacket mode=iptables services=30000",
            "HashLookupBenchmark.firstPacketByHand services=30000",
            3),
        of(
            "5",
            "packet of an established flow / first packet, 10,000 Services",
            PACKET + "establishedFlow mode=iptables services=10000",
            PACKET + "firstPacket mode=iptables services=10000",
            0.4),
        traced("6a", 10),
        traced("6b", 30_000),
        of(
            "7",
            "first packet, 10,000 Services: ipvs mode / iptables mode",
            PACKET + "firstPacket mode=ipvs services=10000",
            PACKET + "firstPacket mode=iptables services=10000",
            1.2));
  }

  private static Bound growing(String number, int services) {
    return of(
        number,
        "first packet, " + services + " Services / 10",
        PACKET + "firstPacket mode=iptables services=" + services,
        PACKET + "firstPacket mode=iptables services=10",
        1.5);
  }

  private static Bound traced(String number, int services) {
    return of(
        number,
        "first packet with its trace kept / without, " + services + " Services",
        PACKET + "firstPacketTraced mode=iptables services=" + services,
        PACKET + "firstPacket mode=iptables services=" + services,
        5);
  }

  private static Bound step(
      String number, String baseline, String delays, int pending, double most) {
    String parameters = " delays=" + delays + " pending=" + pending;
    return of(
        number,
        "event step / " + baseline + ", " + pending + " pending, " + delays + " delays",
        STEP + "kubehop" + parameters,
        STEP + baseline + parameters,
        most);
  }

  /** Its ratio in one run; empty if one of the two was not measured. */
  Optional<Ratio> in(List<Measurement> run) {
    Optional<Measurement> first = run.stream().filter(m -> m.is(over)).findFirst();
    Optional<Measurement> second = run.stream().filter(m -> m.is(under)).findFirst();
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Ratio(
            first.get().median() / second.get().median(),
            first.get().minimum() / second.get().minimum()));
  }

  /** A ratio of the medians and of the minima. */
  record Ratio(double median, double minimum) {}
}
