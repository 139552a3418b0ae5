package io.kubehop.core.trace;

/**
 * Receives what the machine does with a packet. The machine evaluates once and reports as it goes;
 * it never evaluates a second time in order to explain.
 *
 * <p>Callers ask {@link #isRecording} before they make a step, so that an untraced packet costs no
 * allocation.
 */
public interface Recorder {

  /** Listens to nothing. */
  Recorder NONE =
      new Recorder() {
        @Override
        public boolean isRecording() {
          return false;
        }

        @Override
        public void hop(Hop.Place place) {}

        @Override
        public void hopEnded() {}

        @Override
        public void step(Step step) {}
      };

  /** Whether steps are wanted. */
  boolean isRecording();

  /** Whether rules that did not match are wanted too, as {@link Step.RulePassedOver}. */
  default boolean wantsAllRules() {
    return false;
  }

  /**
   * A packet begins a stay on a host; the steps that follow belong to it. Stays may nest: a rule
   * that refuses a packet sends the answer before its own table has decided.
   */
  void hop(Hop.Place place);

  /** The innermost stay is over. */
  void hopEnded();

  /** Takes down one step. */
  void step(Step step);
}
