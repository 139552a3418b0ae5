package io.kubehop.scenarios.trace;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts hops into words: a line for each thing that happened on a host and made a difference. */
public final class TraceLines {
  private final List<TraceLine> lines = new ArrayList<>();
  private final TableStory table = new TableStory();
  private final List<Step.Answered> answers = new ArrayList<>();
  private Hop.Place place;
  private FiveTuple packet;
  private boolean sent;

  private TraceLines(Hop first) {
    this.place = first.place();
    this.packet = first.place().packet();
  }

  /** The lines of some hops, in order. */
  public static List<TraceLine> of(List<Hop> hops) {
    if (hops.isEmpty()) {
      return List.of();
    }
    TraceLines lines = new TraceLines(hops.get(0));
    hops.forEach(lines::add);
    return lines.lines;
  }

  private void add(Hop hop) {
    place = hop.place();
    packet = place.packet();
    sent = false;
    hop.steps().forEach(this::add);
  }

  private void add(Step step) {
    switch (step.kind()) {
      case SENT -> {
        sent = true;
        line("send", place.summary() + made(((Step.Sent) step).by()) + carried(place.message()));
      }
      case CHAIN_ENTERED -> table.entered((Step.ChainEntered) step);
      case RULE_PASSED_OVER -> table.passedOver((Step.RulePassedOver) step);
      case RULE_MATCHED -> table.matched((Step.RuleMatched) step);
      case TABLE_VERDICT -> decided((Step.TableVerdict) step);
      case TRANSLATED -> translated((Step.Translated) step);
      case BALANCED -> balanced((Step.Balanced) step);
      case ROUTED -> routed((Step.Routed) step);
      case ACCEPTED -> accepted((Step.Accepted) step);
      case ANSWERED -> answered((Step.Answered) step);
      case DISCARDED -> line("drop", ((Step.Discarded) step).why());
      case APPLICATION_NOTE -> {
        Step.ApplicationNote note = (Step.ApplicationNote) step;
        line(note.application(), note.text());
      }
      case CHAIN_LEFT -> table.left();
      case ARRIVED, TRACKED, TRANSMITTED -> {}
    }
  }

  /** Where a sender's packet goes first is seen from where it comes next. */
  private void routed(Step.Routed step) {
    boolean routine = sent && !step.route().equals("no route");
    add(
        "route",
        new TableStory.Told(step.route(), Optional.empty(), Optional.empty(), List.of(), routine));
  }

  private static String made(String by) {
    return by.isEmpty() ? "" : " (" + by + ")";
  }

  private static String carried(String message) {
    return message.isEmpty() ? "" : ": " + message;
  }

  private void accepted(Step.Accepted step) {
    line("accept", step.socket() + (step.by().isEmpty() ? "" : ", " + step.by()));
  }

  /** Says only what changed: the source, the destination, or both. */
  private void translated(Step.Translated step) {
    List<String> changes = new ArrayList<>();
    if (!step.before().sourceSocket().equals(step.after().sourceSocket())) {
      changes.add("source " + step.before().sourceSocket() + " => " + step.after().sourceSocket());
    }
    if (!step.before().destinationSocket().equals(step.after().destinationSocket())) {
      changes.add(
          "destination "
              + step.before().destinationSocket()
              + " => "
              + step.after().destinationSocket());
    }
    packet = step.after();
    if (!isSaid(step)) {
      line("nat", String.join(", ", changes) + (step.reply() ? " (as recorded)" : ""));
    }
  }

  /** Whether the rule above says the same: a DNAT names its target, a masquerade does not. */
  private boolean isSaid(Step.Translated step) {
    return !lines.isEmpty()
        && lines
            .get(lines.size() - 1)
            .detail()
            .endsWith("DNAT to " + step.after().destinationSocket());
  }

  private void balanced(Step.Balanced step) {
    packet = step.after();
    String detail = step.virtualServer() + " " + step.why() + " => " + step.server();
    Optional<String> rule = Optional.of(step.rule()).filter(text -> !text.isEmpty());
    add("ipvs", new TableStory.Told(detail, rule, Optional.empty(), List.of(), false));
  }

  private void decided(Step.TableVerdict step) {
    // Tables of nftables are named with their family.
    String stage = step.table().indexOf(' ') < 0 ? TraceText.IPTABLES : TraceText.NFTABLES;
    table.decided(step).ifPresent(told -> add(stage, told));
    answers.forEach(this::add);
    answers.clear();
  }

  /** A rule that refuses a packet answers before its table has decided; told is first the rule. */
  private void answered(Step.Answered step) {
    if (table.isOpen()) {
      answers.add(step);
    } else {
      line("answer", step.with() + ": " + step.why());
    }
  }

  private void line(String stage, String detail) {
    add(stage, new TableStory.Told(detail, Optional.empty(), Optional.empty(), List.of(), false));
  }

  private void add(String stage, TableStory.Told told) {
    lines.add(
        new TraceLine(
            place.time(),
            place.host(),
            stage,
            told.detail(),
            packet,
            told.rule(),
            told.origin(),
            told.walk(),
            told.routine()));
  }
}
