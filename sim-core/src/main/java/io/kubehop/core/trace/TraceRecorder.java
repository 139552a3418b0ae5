package io.kubehop.core.trace;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everything, hop by hop. What a journal takes back between two events never happened for it
 * either.
 */
public final class TraceRecorder implements Recorder, Undoable {
  private final boolean allRules;
  private final Journal journal;
  private final List<Draft> drafts = new ArrayList<>();
  private final Deque<Draft> open = new ArrayDeque<>();

  /** Makes an empty recorder; {@code allRules} asks for the rules that did not match too. */
  public TraceRecorder(boolean allRules, Journal journal) {
    this.allRules = allRules;
    this.journal = journal;
  }

  /** The same outside of any simulation. */
  public TraceRecorder(boolean allRules) {
    this(allRules, new Journal());
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
    journal.log(this, drafts.size(), 0, null);
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

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    drafts.subList(slot, drafts.size()).clear();
  }

  /** All hops so far, in the order in which they began. */
  public List<Hop> hops() {
    return drafts.stream().map(draft -> new Hop(draft.place, draft.steps)).toList();
  }
}
