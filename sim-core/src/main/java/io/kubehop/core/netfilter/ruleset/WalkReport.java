package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.syntax.RuleText;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;

/** Tells a recorder what a walk does. The silent one does nothing, and costs nothing. */
class WalkReport {
  private static final WalkReport SILENT = new WalkReport();

  /** The report for a recorder, silent if it does not listen. */
  static WalkReport to(Recorder recorder, TableName table, Hook hook, IpFamily family) {
    return recorder.isRecording() ? new Speaking(recorder, table, hook, family) : SILENT;
  }

  boolean wantsAllRules() {
    return false;
  }

  void entered(Chain chain) {}

  void passedOver(Frame frame, CompiledRule rule) {}

  void matched(Frame frame, CompiledRule rule) {}

  /** A rule led out of the chain. */
  void left(Frame frame) {}

  /** The last rule was passed. */
  void leftAtEnd(Frame frame) {}

  /** A verdict ends the walk of all frames from the innermost to the outermost. */
  void left(Frame[] frames, int from, int to) {}

  void decided(int verdict, boolean byPolicy) {}

  private static final class Speaking extends WalkReport {
    private final Recorder recorder;
    private final TableName table;
    private final Hook hook;
    private final IpFamily family;

    Speaking(Recorder recorder, TableName table, Hook hook, IpFamily family) {
      this.recorder = recorder;
      this.table = table;
      this.hook = hook;
      this.family = family;
    }

    @Override
    boolean wantsAllRules() {
      return recorder.wantsAllRules();
    }

    @Override
    void entered(Chain chain) {
      recorder.step(new Step.ChainEntered(table.toString(), hook.name(), chain.name().name()));
    }

    @Override
    void passedOver(Frame frame, CompiledRule rule) {
      if (wantsAllRules()) {
        Chain chain = frame.chain();
        String name = chain.name().name();
        recorder.step(
            new Step.RulePassedOver(table.toString(), name, chain.number(rule), text(name, rule)));
      }
    }

    @Override
    void matched(Frame frame, CompiledRule rule) {
      Chain chain = frame.chain();
      String name = chain.name().name();
      recorder.step(
          new Step.RuleMatched(
              table.toString(),
              name,
              chain.number(rule),
              text(name, rule),
              rule.rule.target().effect(),
              rule.rule.origin()));
    }

    private String text(String chain, CompiledRule rule) {
      String rest = RuleText.print(rule.rule, family);
      return rest.isEmpty() ? "-A " + chain : "-A " + chain + " " + rest;
    }

    @Override
    void left(Frame frame) {
      left(frame, false);
    }

    @Override
    void leftAtEnd(Frame frame) {
      left(frame, true);
    }

    private void left(Frame frame, boolean atEnd) {
      recorder.step(
          new Step.ChainLeft(
              table.toString(), frame.chain().name().name(), frame.passedOver(atEnd)));
    }

    @Override
    void left(Frame[] frames, int from, int to) {
      for (int i = to - 1; i >= from; i--) {
        left(frames[i], false);
      }
    }

    @Override
    void decided(int verdict, boolean byPolicy) {
      recorder.step(
          new Step.TableVerdict(
              table.toString(), hook.name(), Verdict.toString(verdict), byPolicy));
    }
  }
}
