package io.kubehop.scenarios.cluster;

import io.kubehop.core.time.Simulation;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;

/**
 * Takes down what the activity does in which it was made, so that what else goes on in the cluster
 * at that time is not taken for a part of it.
 */
final class ActivityRecorder implements Recorder {
  private final Simulation simulation;
  private final Recorder recorder;
  private final long activity;

  ActivityRecorder(Simulation simulation, Recorder recorder) {
    this.simulation = simulation;
    this.recorder = recorder;
    this.activity = simulation.activity();
  }

  @Override
  public boolean isRecording() {
    return simulation.activity() == activity && recorder.isRecording();
  }

  @Override
  public boolean wantsAllRules() {
    return recorder.wantsAllRules();
  }

  @Override
  public void hop(Hop.Place place) {
    recorder.hop(place);
  }

  @Override
  public void hopEnded() {
    if (isRecording()) {
      recorder.hopEnded();
    }
  }

  @Override
  public void step(Step step) {
    recorder.step(step);
  }
}
