package io.kubehop.core.nftables;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;

/** Tells a recorder what a walk does. The silent one does nothing, and costs nothing. */
class NftReport {
  static final NftReport SILENT = new NftReport();

  NftReport() {}

  static NftReport to(Recorder recorder, NftTable table, Hook hook) {
    return recorder.isRecording() ? new Speaking(recorder, table, hook) : SILENT;
  }

  /** A key was found in a map of the table. */
  void foundIn(String map) {}

  void entered(NftChain chain) {}

  void passedOver(NftChain chain, int index) {}

  void matched(NftChain chain, int index, String effect) {}

  void left(NftChain chain, int passedOver) {}

  void decided(int verdict, boolean byPolicy) {}

  boolean isSilent() {
    return true;
  }

  private static final class Speaking extends NftReport {
    private final Recorder recorder;
    private final String table;
    private final String hook;

    Speaking(Recorder recorder, NftTable table, Hook hook) {
      this.recorder = recorder;
      this.table = table.key();
      this.hook = hook.name();
    }

    @Override
    boolean isSilent() {
      return false;
    }

    @Override
    void foundIn(String map) {
      recorder.step(new Step.ChainEntered(table, hook, "map " + map));
    }

    @Override
    void entered(NftChain chain) {
      recorder.step(new Step.ChainEntered(table, hook, chain.name()));
    }

    @Override
    void passedOver(NftChain chain, int index) {
      if (recorder.wantsAllRules()) {
        String rule = chain.rules().get(index).text();
        recorder.step(new Step.RulePassedOver(table, chain.name(), index + 1, rule));
      }
    }

    @Override
    void matched(NftChain chain, int index, String effect) {
      NftRule rule = chain.rules().get(index);
      recorder.step(
          new Step.RuleMatched(table, chain.name(), index + 1, rule.text(), effect, rule.origin()));
    }

    @Override
    void left(NftChain chain, int passedOver) {
      recorder.step(new Step.ChainLeft(table, chain.name(), passedOver));
    }

    @Override
    void decided(int verdict, boolean byPolicy) {
      recorder.step(new Step.TableVerdict(table, hook, Verdict.toString(verdict), byPolicy));
    }
  }
}
