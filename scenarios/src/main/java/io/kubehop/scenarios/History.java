package io.kubehop.scenarios;

import io.kubehop.scenarios.connection.Repetition;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioWriter;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.Durations;
import io.kubehop.service.source.SourceMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done with a cluster, as the steps of a scenario. It only ever grows. */
final class History {
  private final Scenario start;
  private final List<Map<String, @Nullable Object>> steps = new ArrayList<>();

  History(Scenario start) {
    this.start = start;
  }

  long seed() {
    return start.cluster().seed();
  }

  /** Notes a connection, and says how it can be had again. */
  Repetition send(Request request) {
    Repetition repetition = new Moment(steps.size(), request);
    add("send", ScenarioWriter.send(request));
    return repetition;
  }

  void resolve(String source, String name, String type) {
    Map<String, @Nullable Object> resolve = new LinkedHashMap<>();
    resolve.put("from", source);
    resolve.put("name", name);
    resolve.put("type", type);
    add("resolve", resolve);
  }

  void apply(List<LoadedObject> objects) {
    add("apply", objects.stream().map(LoadedObject::source).map(SourceMapping::plain).toList());
  }

  void delete(String key) {
    add("delete", List.of(key));
  }

  void ready(String pod, boolean value) {
    Map<String, @Nullable Object> ready = new LinkedHashMap<>();
    ready.put("pod", pod);
    ready.put("value", value);
    add("ready", ready);
  }

  void fail(String part) {
    add("fail", part);
  }

  void recover(String part) {
    add("recover", part);
  }

  void advance(Duration time) {
    add("wait", Durations.format(time));
  }

  private void add(String action, Object value) {
    Map<String, @Nullable Object> step = new LinkedHashMap<>();
    step.put("name", action + " " + (steps.size() + 1));
    step.put(action, value);
    steps.add(step);
  }

  /** A connection, after so many steps. */
  private final class Moment implements Repetition {
    private final int before;
    private final Request request;

    Moment(int before, Request request) {
      this.before = before;
      this.request = request;
    }

    @Override
    public long seed() {
      return History.this.seed();
    }

    @Override
    public String scenario(Map<String, ?> expected) {
      return ScenarioWriter.write(start, steps.subList(0, before), request, expected);
    }

    @Override
    public String toString() {
      return "seed " + seed() + ", after " + before + " steps";
    }
  }
}
