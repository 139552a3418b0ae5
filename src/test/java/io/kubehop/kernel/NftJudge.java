package io.kubehop.kernel;

import io.kubehop.core.nftables.text.NftTextException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes generated cases of nftables in both worlds and compares. */
final class NftJudge {
  private static final int FIRST_PORT = 30_000;
  private static final int LAST_PORT = 39_000;
  private static final int CALLS = 16;
  private static final int PATIENCE = 400;
  private static final int ORDERED_PATIENCE = 200;
  private static final int MORE_PATIENCE = 900;
  private static final int MOST_PATIENCE = 2_500;
  private static final int MORE_ORDERED_PATIENCE = 800;

  private final Lab lab;
  private final AddressPlan plan;
  private int nextPort = FIRST_PORT;

  NftJudge(Lab lab, AddressPlan plan) {
    this.lab = lab;
    this.plan = plan;
  }

  /** A case: tables, and the calls through them. */
  private record Case(boolean ordered, List<String> lines, List<RealCall> calls) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /** A call that was answered differently. */
  private record Difference(int index, RealCall call, Answer real, Answer ours) {}

  private Case caseOf(long seed) {
    Dice dice = new Dice(seed);
    boolean ordered = dice.percent(25);
    List<String> lines = new NftGenerator(dice, plan, ordered).lines();
    if (nextPort + CALLS > LAST_PORT) {
      nextPort = FIRST_PORT;
    }
    List<RealCall> calls = CallGenerator.calls(dice, plan, CALLS, nextPort);
    nextPort += CALLS;
    return new Case(ordered, lines, calls);
  }

  /**
   * Compares the case of a seed. A busy machine may be late, so a difference counts if it is there
   * again with more patience.
   */
  Judge.Finding judge(long seed) {
    try {
      Case generated = caseOf(seed);
      String listing = lab.loadTables(generated.text());
      List<Answer> real = inKernel(generated, generated.ordered ? ORDERED_PATIENCE : PATIENCE);
      int delivered = (int) real.stream().filter(Answer::isDelivered).count();
      String text = "";
      if (!differences(seed, generated, listing, real).isEmpty()) {
        List<Difference> again = again(seed);
        text = again.isEmpty() ? "" : report(seed, again.get(0));
      }
      return new Judge.Finding(real.size(), delivered, text);
    } catch (IllegalStateException | NftTextException e) {
      return new Judge.Finding(
          0, 0, "seed " + seed + ": " + e.getMessage() + "\n" + caseOf(seed).text());
    }
  }

  /**
   * A call must differ with less patience than it takes to send a SYN again and with more: an error
   * that arrives during the first SYN counts only when the second is refused too, and a second SYN
   * over loopback finds its connection confirmed, so that chains that translate do not see it.
   */
  private List<Difference> again(long seed) {
    boolean ordered = caseOf(seed).ordered;
    List<Difference> before =
        again(caseOf(seed), seed, ordered ? MORE_ORDERED_PATIENCE : MORE_PATIENCE);
    if (ordered || before.isEmpty()) {
      return before;
    }
    return again(caseOf(seed), seed, MOST_PATIENCE).stream()
        .filter(late -> before.stream().anyMatch(early -> early.index == late.index))
        .toList();
  }

  private List<Difference> again(Case generated, long seed, int patience) {
    String listing = lab.loadTables(generated.text());
    return differences(seed, generated, listing, inKernel(generated, patience));
  }

  private List<Answer> inKernel(Case generated, int patience) {
    lab.forgetConnections();
    if (!generated.ordered) {
      return lab.call(generated.calls, patience);
    }
    List<Answer> answers = new ArrayList<>();
    for (RealCall call : generated.calls) {
      answers.addAll(lab.call(List.of(call), patience));
    }
    return answers;
  }

  private List<Difference> differences(
      long seed, Case generated, String listing, List<Answer> real) {
    ModelLab model = new ModelLab(seed, plan.node(), plan.client(), plan.pods());
    model.loadTables(listing);
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < real.size(); i++) {
      RealCall call = generated.calls.get(i);
      Answer ours = model.call(call);
      if (!Judge.agree(call.protocol(), generated.ordered, real.get(i), ours)) {
        differences.add(new Difference(i, call, real.get(i), ours));
      }
    }
    return differences;
  }

  /** The difference, with the rules without which it is not there. */
  private String report(long seed, Difference difference) {
    List<String> needed = new ArrayList<>(caseOf(seed).lines);
    for (int i = needed.size() - 1; i >= 0; i--) {
      boolean rule = needed.get(i).startsWith("\t\t") && !needed.get(i).startsWith("\t\ttype ");
      if (rule) {
        String taken = needed.remove(i);
        if (!differs(seed, needed, difference.index)) {
          needed.add(i, taken);
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "seed %d: %s%n  kernel: %s%n  ours:   %s%nwith (ports moved on)%n%s",
        seed,
        difference.call,
        difference.real,
        difference.ours,
        String.join("\n", needed));
  }

  private boolean differs(long seed, List<String> lines, int index) {
    Case whole = caseOf(seed);
    List<RealCall> calls =
        whole.ordered ? whole.calls.subList(0, index + 1) : List.of(whole.calls.get(index));
    Case part = new Case(whole.ordered, lines, calls);
    String listing = lab.loadTables(part.text());
    List<Answer> real = inKernel(part, ORDERED_PATIENCE * 2);
    int last = calls.size() - 1;
    return differences(seed, part, listing, real).stream().anyMatch(each -> each.index == last);
  }
}
