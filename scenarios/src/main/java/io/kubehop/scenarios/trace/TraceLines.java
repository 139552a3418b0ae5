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
  private Hop.Place place;
  private FiveTuple packet;

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
    hop.steps().forEach(this::add);
  }

  private void add(Step step) {
    switch (step.kind()) {
      case SENT -> line("send", place.summary() + made(((Step.Sent) step).by()));
      case CHAIN_ENTERED -> table.entered((Step.ChainEntered) step);
      case RULE_PASSED_OVER -> table.passedOver((Step.RulePassedOver) step);
      case RULE_MATCHED -> table.matched((Step.RuleMatched) step);
      case TABLE_VERDICT -> table.decided((Step.TableVerdict) step).ifPresent(this::tableLine);
      case TRANSLATED -> translated((Step.Translated) step);
      case ROUTED -> line("route", ((Step.Routed) step).route());
      case ACCEPTED -> accepted((Step.Accepted) step);
      case ANSWERED -> {
        Step.Answered answered = (Step.Answered) step;
        line("answer", answered.with() + ": " + answered.why());
      }
      case DISCARDED -> line("drop", ((Step.Discarded) step).why());
      case APPLICATION_NOTE -> {
        Step.ApplicationNote note = (Step.ApplicationNote) step;
        line(note.application(), note.text());
      }
      case ARRIVED, CHAIN_LEFT, TRACKED, TRANSMITTED -> {}
    }
  }

  private static String made(String by) {
    return by.isEmpty() ? "" : " (" + by + ")";
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
    line("nat", String.join(", ", changes) + (step.reply() ? " (as recorded)" : ""));
  }

  private void tableLine(TableStory.Told told) {
    add("iptables", told);
  }

  private void line(String stage, String detail) {
    add(stage, new TableStory.Told(detail, Optional.empty(), Optional.empty(), List.of()));
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
            told.walk()));
  }
}
