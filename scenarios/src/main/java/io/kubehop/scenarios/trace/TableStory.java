package io.kubehop.scenarios.trace;

import io.kubehop.core.trace.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The walk of a packet through one table at one hook, told in one sentence: the rules that matched,
 * each by its chain and number, with what those did that do more than lead on.
 */
final class TableStory {
  private static final String ACCEPT = "ACCEPT";
  private static final String MAP = "map ";

  private final List<String> way = new ArrayList<>();
  private final List<String> walk = new ArrayList<>();
  private final Deque<Integer> entries = new ArrayDeque<>();
  private Step.@Nullable RuleMatched last;
  private @Nullable String origin;
  private int effects;
  private boolean open;
  private boolean something;
  private boolean onlyAccepts;
  private boolean everyRule;

  /**
   * What there is to say.
   *
   * @param detail the sentence
   * @param rule the rule that decided
   * @param origin what it was written for
   * @param walk every rule that was looked at, if those that did not match were told
   * @param routine whether nothing but letting the packet pass was done
   */
  record Told(
      String detail,
      Optional<String> rule,
      Optional<String> origin,
      List<String> walk,
      boolean routine) {}

  /** Whether the packet is in a table that has not decided yet. */
  boolean isOpen() {
    return open;
  }

  void entered(Step.ChainEntered step) {
    if (step.chain().startsWith(MAP)) {
      return; // what the map led to follows
    }
    if (!open) {
      forget();
      open = true;
    }
    entries.push(way.size());
  }

  /** What led into a chain that did nothing led nowhere. */
  void left() {
    int entry = Objects.requireNonNullElse(entries.poll(), 0);
    if (entry > effects) {
      way.subList(entry - 1, way.size()).clear();
    }
  }

  void passedOver(Step.RulePassedOver step) {
    walk.add("  " + step.rule());
    everyRule = true;
  }

  void matched(Step.RuleMatched step) {
    boolean leadsOn = leadsOn(step.effect());
    way.add(step.chain() + ":" + step.number() + (leadsOn ? "" : " " + step.effect()));
    effects = leadsOn ? effects : way.size();
    walk.add("> " + step.rule());
    something |= !leadsOn;
    onlyAccepts &= leadsOn || step.effect().equals("accept");
    last = leadsOn ? last : step;
    origin = step.origin() == null ? origin : step.origin();
  }

  private static boolean leadsOn(String effect) {
    return effect.startsWith("jump ") || effect.startsWith("goto ") || effect.equals("return");
  }

  /** The table has decided; absent if nothing in it made a difference. */
  Optional<Told> decided(Step.TableVerdict step) {
    open = false;
    boolean refused = !step.verdict().equals(ACCEPT);
    if (!something && !refused && !everyRule) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(way);
    if (step.byPolicy() && (refused || way.isEmpty())) {
      words.add("policy " + step.verdict());
    }
    if (way.isEmpty()) {
      words.add(0, step.hook());
    }
    String detail = step.table() + " " + String.join(" > ", words);
    boolean ruled = !step.byPolicy() || !refused;
    return Optional.of(
        new Told(
            detail,
            Optional.ofNullable(last).filter(rule -> ruled).map(Step.RuleMatched::rule),
            Optional.ofNullable(origin),
            everyRule ? List.copyOf(walk) : List.of(),
            onlyAccepts && !refused));
  }

  private void forget() {
    way.clear();
    entries.clear();
    effects = 0;
    walk.clear();
    everyRule = false;
    last = null;
    origin = null;
    something = false;
    onlyAccepts = true;
  }
}
