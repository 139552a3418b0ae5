package io.kubehop.core.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps everything, hop by hop. */
public final class TraceRecorder implements Recorder {
  private final boolean allRules;
  private final List<Draft> drafts = new ArrayList<>();
  private final Deque<Draft> open = new ArrayDeque<>();

  /** Makes an empty recorder; {@code allRules} asks for the rules that did not match too. */
  public TraceRecorder(boolean allRules) {
    this.allRules = allRules;
  }

  private record Draft(Hop.Place place, List<Step> steps) {}

  @Override
  public boolean isRecording() {
    return true;
  }

  @Override
  public boolean wantsAllRules() {
    return allRules;
  }

  @Override
  public void hop(Hop.Place place) {
    Draft draft = new Draft(place, new ArrayList<>());
    drafts.add(draft);
    open.push(draft);
  }

  @Override
  public void hopEnded() {
    open.poll();
  }

  @Override
  public void step(Step step) {
    Draft current = open.peek();
    if (current != null) {
      current.steps.add(step);
    }
  }

  /** All hops so far, in the order in which they began. */
  public List<Hop> hops() {
    return drafts.stream().map(draft -> new Hop(draft.place, draft.steps)).toList();
  }
}
