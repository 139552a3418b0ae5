package io.kubehop.kernel;

import io.kubehop.core.netfilter.syntax.RuleTextException;
import io.kubehop.core.netfilter.text.IptablesSave;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes generated cases in both worlds and compares. */
final class Judge {
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 29_000;
  private static final int PATIENCE = 400;
  private static final int ORDERED_PATIENCE = 200;

  /** Below a second, after which a SYN is sent again and rules that count see another one. */
  private static final int MORE_ORDERED_PATIENCE = 800;

  private static final int MORE_PATIENCE = 2_500;

  private final Lab lab;
  private final AddressPlan plan;
  private int nextPort = FIRST_PORT;

  Judge(Lab lab, AddressPlan plan) {
    this.lab = lab;
    this.plan = plan;
  }

  /**
   * A call that was answered differently.
   *
   * @param index which of the case it is
   */
  private record Difference(int index, RealCall call, Answer real, Answer ours) {}

  /**
   * What a case brought.
   *
   * @param calls how many calls were made
   * @param delivered how many of them the kernel answered
   * @param difference what differs first, with the rules that it takes; empty if nothing does
   */
  record Finding(int calls, int delivered, String difference) {}

  /**
   * Compares the case of a seed. A busy machine may be late, so a difference counts if it is there
   * again with more patience.
   */
  Finding judge(long seed) {
    GeneratedCase generated = GeneratedCase.of(plan, lab.backend(), seed, takePorts());
    try {
      return judge(seed, generated);
    } catch (IllegalStateException | RuleTextException e) {
      return new Finding(
          0, 0, "seed " + seed + ": " + e.getMessage() + "\n" + generated.numberedRules());
    }
  }

  private Finding judge(long seed, GeneratedCase generated) {
    List<Answer> real = inKernel(generated, patience(generated, false));
    int delivered = (int) real.stream().filter(Answer::isDelivered).count();
    List<Difference> differences = differences(seed, generated, real);
    if (!differences.isEmpty()) {
      differences = compareAgain(seed, GeneratedCase.of(plan, lab.backend(), seed, takePorts()));
    }
    String text = differences.isEmpty() ? "" : report(seed, differences.get(0));
    return new Finding(real.size(), delivered, text);
  }

  private static int patience(GeneratedCase generated, boolean more) {
    if (generated.isOrdered()) {
      return more ? MORE_ORDERED_PATIENCE : ORDERED_PATIENCE;
    }
    return more ? MORE_PATIENCE : PATIENCE;
  }

  private List<Difference> compareAgain(long seed, GeneratedCase generated) {
    return differences(seed, generated, inKernel(generated, patience(generated, true)));
  }

  private List<Answer> inKernel(GeneratedCase generated, int patience) {
    IptablesSave.read(generated.ruleText(), plan.family()); // refuse it before the kernel does
    lab.loadSets(generated.setText());
    lab.load(generated.ruleText());
    lab.forgetConnections();
    if (!generated.isOrdered()) {
      return lab.call(generated.calls(), patience);
    }
    List<Answer> answers = new ArrayList<>();
    for (RealCall call : generated.calls()) {
      answers.addAll(lab.call(List.of(call), patience));
    }
    return answers;
  }

  private List<Difference> differences(long seed, GeneratedCase generated, List<Answer> real) {
    ModelLab model = new ModelLab(seed, plan.node(), plan.client(), plan.pods());
    model.loadSets(generated.setText());
    model.load(generated.ruleText());
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      RealCall call = generated.calls().get(i);
      Answer ours = model.call(call);
      if (!agree(call.protocol(), generated.isOrdered(), real.get(i), ours)) {
        differences.add(new Difference(i, call, real.get(i), ours));
      }
    }
    return differences;
  }

  private String report(long seed, Difference difference) {
    GeneratedCase whole = GeneratedCase.of(plan, lab.backend(), seed, takePorts());
    GeneratedCase smallest = whole.part(neededLines(seed, difference.index), difference.index);
    return String.format(
        "seed %d%s: %s%n  kernel: %s%n  ours:   %s%nwith (ports moved on)%n%s%s",
        seed,
        whole.isOrdered() ? " (ordered)" : "",
        difference.call,
        difference.real,
        difference.ours,
        smallest.ruleText().contains("--match-set") ? smallest.setText() : "",
        smallest.ruleText());
  }

  /** Leaves out every rule without which the call still differs, from fresh ports each time. */
  private SortedSet<Integer> neededLines(long seed, int call) {
    SortedSet<Integer> needed = new TreeSet<>();
    List<String> lines = GeneratedCase.of(plan, lab.backend(), seed, FIRST_PORT).rules();
    for (int i = 0; i < lines.size(); i++) {
      needed.add(i);
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("-A ")) {
        needed.remove(i);
        GeneratedCase part =
            GeneratedCase.of(plan, lab.backend(), seed, takePorts()).part(needed, call);
        List<Answer> real = inKernel(part, patience(part, false));
        int last = part.calls().size() - 1;
        if (differences(seed, part, real).stream().noneMatch(found -> found.index == last)) {
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
   * refusal by port-unreachable is compared. An ICMP error that arrives while the program still
   * calls connect counts only when the second SYN is refused too, which an ordered case does not
   * wait for. A message that is not acknowledged is sent again by the kernel, and may then meet a
   * reset; ours is sent once.
   */
  static boolean agree(String protocol, boolean ordered, Answer real, Answer ours) {
    if (real.isDelivered() || ours.isDelivered()) {
      return real.equals(ours);
    }
    if (protocol.equals("tcp")) {
      return real.equals(ours)
          || (ordered && real.errno().equals("ETIMEDOUT"))
          || (real.errno().equals("ECONNRESET") && ours.errno().equals("ETIMEDOUT"));
    }
    return !real.errno().equals("ECONNREFUSED") || ours.errno().equals("ECONNREFUSED");
  }
}
