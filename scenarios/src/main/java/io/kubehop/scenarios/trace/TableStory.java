package io.kubehop.scenarios.trace;

import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The walk of a packet through one table at one hook, told in one sentence: the rules that matched,
 * each by its chain and number, with what those did that do more than lead on.
 */
final class TableStory {
  private static final String ACCEPT = "ACCEPT";

  private final List<String> way = new ArrayList<>();
  private final List<String> walk = new ArrayList<>();
  private Step.@Nullable RuleMatched last;
  private @Nullable String origin;
  private boolean something;
  private boolean everyRule;

  /**
   * What there is to say.
   *
   * @param detail the sentence
   * @param rule the rule that decided
   * @param origin what it was written for
   * @param walk every rule that was looked at, if those that did not match were told
   */
  record Told(String detail, Optional<String> rule, Optional<String> origin, List<String> walk) {}

  void entered(Step.ChainEntered step) {
    if (step.chain().equals(step.hook())) {
      forget();
    }
  }

  void passedOver(Step.RulePassedOver step) {
    walk.add("  " + step.rule());
    everyRule = true;
  }

  void matched(Step.RuleMatched step) {
    boolean leadsOn = leadsOn(step.effect());
    way.add(step.chain() + ":" + step.number() + (leadsOn ? "" : " " + step.effect()));
    walk.add("> " + step.rule());
    something |= !leadsOn;
    last = step;
    if (step.origin() != null) {
      origin = step.origin();
    }
  }

  private static boolean leadsOn(String effect) {
    return effect.startsWith("jump ") || effect.startsWith("goto ") || effect.equals("RETURN");
  }

  /** The table has decided; absent if nothing in it made a difference. */
  Optional<Told> decided(Step.TableVerdict step) {
    boolean refused = !step.verdict().equals(ACCEPT);
    if (!something && !refused && !everyRule) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(way);
    if (step.byPolicy() && (refused || way.isEmpty())) {
      words.add("policy " + step.verdict());
    }
    String detail = step.table() + " " + step.hook() + ": " + String.join(" > ", words);
    boolean ruled = !step.byPolicy() || !refused;
    return Optional.of(
        new Told(
            detail,
            Optional.ofNullable(last).filter(rule -> ruled).map(Step.RuleMatched::rule),
            Optional.ofNullable(origin),
            everyRule ? List.copyOf(walk) : List.of()));
  }

  private void forget() {
    way.clear();
    walk.clear();
    everyRule = false;
    last = null;
    origin = null;
    something = false;
  }
}
