package io.kubehop.kernel;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Network namespaces with names that nobody else uses; closing removes them and their interfaces.
 */
final class Namespaces implements AutoCloseable {
  private static final AtomicInteger SETS = new AtomicInteger();

  private final String prefix =
      "kubehop" + ProcessHandle.current().pid() + "-" + SETS.incrementAndGet() + "-";
  private final Deque<String> added = new ArrayDeque<>();

  /** Adds one and returns its full name. */
  String add(String name) {
    Shell.run("ip", "netns", "add", prefix + name);
    added.push(prefix + name);
    return prefix + name;
  }

  @Override
  public void close() {
    while (!added.isEmpty()) {
      Shell.tryWith("", "ip", "netns", "del", added.pop());
    }
  }
}
