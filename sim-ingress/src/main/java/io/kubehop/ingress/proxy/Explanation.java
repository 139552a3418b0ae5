package io.kubehop.ingress.proxy;

import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes down why a proxy decides as it does, while it decides: in the trace, and for the answer.
 * One that nobody reads takes nothing down.
 */
public final class Explanation {
  /** Nobody reads it. */
  public static final Explanation NONE = new Explanation(Recorder.NONE, "");

  private final Recorder recorder;
  private final String application;
  private final List<String> lines = new ArrayList<>();

  /** Makes an explanation that is read if the recorder is recording. */
  public Explanation(Recorder recorder, String application) {
    this.recorder = recorder;
    this.application = application;
  }

  /** Whether lines are kept; callers ask before they make one. */
  public boolean isWanted() {
    return recorder.isRecording();
  }

  /** Takes down one line. */
  public void add(String line) {
    if (isWanted()) {
      lines.add(line);
      recorder.step(new Step.ApplicationNote(application, line));
    }
  }

  /** Returns the lines so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
