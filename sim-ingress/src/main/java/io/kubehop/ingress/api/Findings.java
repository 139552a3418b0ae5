package io.kubehop.ingress.api;

import io.kubehop.service.api.ObjectKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings in the order in which they are made, each once. */
public final class Findings {
  private final Set<Finding> all = new LinkedHashSet<>();

  /** Starts with none. */
  public Findings() {}

  /** Takes down a finding about a field of an object. */
  public void add(ObjectKey object, String path, String message) {
    all.add(new Finding(object, path, message));
  }

  /** Takes down findings. */
  public void addAll(List<Finding> others) {
    all.addAll(others);
  }

  /** Returns the findings so far. */
  public List<Finding> toList() {
    return List.copyOf(all);
  }
}
