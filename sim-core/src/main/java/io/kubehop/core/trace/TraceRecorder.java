package io.kubehop.core.trace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps everything, hop by hop. */
public final class TraceRecorder implements Recorder {
  private final boolean allRules;
  private final List<Hop> finished = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private Hop.@Nullable Place place;

  /** Makes an empty recorder; {@code allRules} asks for the rules that did not match too. */
  public TraceRecorder(boolean allRules) {
    this.allRules = allRules;
  }

  @Override
  public boolean isRecording() {
    return true;
  }

  @Override
  public boolean wantsAllRules() {
    return allRules;
  }

  @Override
  public void hop(Hop.Place next) {
    finish();
    place = next;
  }

  @Override
  public void step(Step step) {
    steps.add(step);
  }

  /** All hops so far. */
  public List<Hop> hops() {
    finish();
    return List.copyOf(finished);
  }

  private void finish() {
    if (place != null) {
      finished.add(new Hop(place, steps));
    }
    steps.clear();
    place = null;
  }
}
