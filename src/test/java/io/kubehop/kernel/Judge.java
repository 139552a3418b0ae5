package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

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
   * What differs in the case of a seed, each with everything that is needed to see why. A busy
   * machine may be late, so a difference counts if it is there again with more patience.
   */
  List<String> differences(long seed) {
    cases++;
    return once(seed, PATIENCE).isEmpty() ? List.of() : once(seed, MORE_PATIENCE);
  }

  private List<String> once(long seed, int patience) {
    GeneratedCase generated = GeneratedCase.of(seed, takePorts());
    lab.load(generated.text());
    List<Answer> real = lab.call(generated.calls(), patience);
    ModelLab model =
        new ModelLab(seed, GeneratedCase.NODE, GeneratedCase.CLIENT, GeneratedCase.PODS);
    model.load(generated.text());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      RealCall call = generated.calls().get(i);
      Answer ours = model.call(call);
      calls++;
      delivered += real.get(i).isDelivered() ? 1 : 0;
      if (!agree(call.protocol(), real.get(i), ours)) {
        differences.add(
            String.format(
                "seed %d: %s%n  kernel: %s%n  ours:   %s%n%s",
                seed, call, real.get(i), ours, generated.text()));
      }
    }
    return differences;
  }

  private int takePorts() {
    if (nextPort + GeneratedCase.ports() > LAST_PORT) {
      nextPort = FIRST_PORT;
    }
    nextPort += GeneratedCase.ports();
    return nextPort - GeneratedCase.ports();
  }

  /**
   * Whether two answers are the same. Over UDP the machine knows more than the program is told
   * (facts: a host-unreachable is not reported, a packet dropped on its way out is EPERM), so there
   * only the refusal by port-unreachable is compared.
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
