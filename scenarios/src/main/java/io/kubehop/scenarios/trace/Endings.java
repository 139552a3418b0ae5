package io.kubehop.scenarios.trace;

import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;

/** Puts the end of a connection into words. */
public final class Endings {
  private Endings() {}

  /** Such as {@code delivered to 10.244.1.3:8080 (pod shop/cart-1)}, or the outcome alone. */
  public static String text(Ending ending) {
    String pod = ending.pod().map(name -> " (pod " + name + ")").orElse("");
    return ending.outcome()
        + ending.endpoint().map(endpoint -> " to " + endpoint + pod).orElse("")
        + ending.http().map(Endings::answer).orElse("");
  }

  private static String answer(HttpAnswer answer) {
    return " with status "
        + answer.status()
        + answer.location().map(to -> ", location " + to).orElse("");
  }
}
