package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes generated cases in both worlds and compares. */
final class Judge {
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 60_000;
  private static final int PATIENCE = 400;
  private static final int MORE_PATIENCE = 2_500;

  private final Lab lab;
  private int nextPort = FIRST_PORT;
  private int cases;
  private int calls;
  private int delivered;

  Judge(Lab lab) {
    this.lab = lab;
  }

  /**
   * A call that was answered differently.
   *
   * @param index which of the case it is
   */
  private record Difference(int index, RealCall call, Answer real, Answer ours) {}

  /**
   * What differs first in the case of a seed, with the rules that it takes; empty if nothing does.
   * A busy machine may be late, so a difference counts if it is there again with more patience.
   */
  List<String> differences(long seed) {
    cases++;
    List<Difference> first = compare(seed, GeneratedCase.of(seed, takePorts()), PATIENCE);
    calls += GeneratedCase.ports();
    if (first.isEmpty()) {
      return List.of();
    }
    List<Difference> again = compare(seed, GeneratedCase.of(seed, takePorts()), MORE_PATIENCE);
    return again.stream().limit(1).map(difference -> report(seed, difference)).toList();
  }

  private List<Difference> compare(long seed, GeneratedCase generated, int patience) {
    lab.load(generated.text());
    List<Answer> real = lab.call(generated.calls(), patience);
    ModelLab model =
        new ModelLab(seed, GeneratedCase.NODE, GeneratedCase.CLIENT, GeneratedCase.PODS);
    model.load(generated.text());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      RealCall call = generated.calls().get(i);
      Answer ours = model.call(call);
      delivered += isCounted(generated, patience) && real.get(i).isDelivered() ? 1 : 0;
      if (!agree(call.protocol(), real.get(i), ours)) {
        differences.add(new Difference(i, call, real.get(i), ours));
      }
    }
    return differences;
  }

  /** Repetitions and parts of a case do not count as calls of their own. */
  private static boolean isCounted(GeneratedCase generated, int patience) {
    return patience == PATIENCE && generated.calls().size() > 1;
  }

  private String report(long seed, Difference difference) {
    GeneratedCase whole = GeneratedCase.of(seed, takePorts());
    GeneratedCase smallest = whole.part(neededLines(seed, difference.index), difference.index);
    return String.format(
        "seed %d: %s%n  kernel: %s%n  ours:   %s%nwith (ports moved on)%n%s",
        seed, difference.call, difference.real, difference.ours, smallest.text());
  }

  /** Leaves out every rule without which the call still differs, from fresh ports each time. */
  private SortedSet<Integer> neededLines(long seed, int call) {
    SortedSet<Integer> needed = new TreeSet<>();
    List<String> lines = GeneratedCase.of(seed, FIRST_PORT).rules();
    for (int i = 0; i < lines.size(); i++) {
      needed.add(i);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("-A ")) {
        needed.remove(i);
        GeneratedCase part = GeneratedCase.of(seed, takePorts()).part(needed, call);
        if (compare(seed, part, PATIENCE).isEmpty()) {
          needed.add(i);
        }
      }
    }
    return needed;
  }

  private int takePorts() {
    if (nextPort + GeneratedCase.ports() > LAST_PORT) {
      nextPort = FIRST_PORT;
    }
    nextPort += GeneratedCase.ports();
    return nextPort - GeneratedCase.ports();
  }

  /**
   * Whether two answers are the same. Over UDP the machine knows more than the program is told (a
   * host-unreachable is not reported, a packet dropped on its way out is EPERM), so there only the
   * refusal by port-unreachable is compared.
   */
  private static boolean agree(String protocol, Answer real, Answer ours) {
    if (real.isDelivered() || ours.isDelivered() || protocol.equals("tcp")) {
      return real.equals(ours);
    }
    return !real.errno().equals("ECONNREFUSED") || ours.errno().equals("ECONNREFUSED");
  }

  @Override
  public String toString() {
    return cases + " rule sets, " + calls + " calls, " + delivered + " of them delivered";
  }
}
