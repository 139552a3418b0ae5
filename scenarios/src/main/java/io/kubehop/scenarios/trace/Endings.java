package io.kubehop.scenarios.trace;

import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.HttpAnswer;

/** Puts the end of a connection into words. */
public final class Endings {
  private Endings() {}

  /**
   * Such as {@code delivered to 10.244.1.3:8080 (pod shop/cart-1)}, {@code answered with 404}, or
   * the outcome alone.
   */
  public static String text(Ending ending) {
    String pod = ending.pod().map(name -> " (pod " + name + ")").orElse("");
    String end =
        ending
            .endpoint()
            .map(endpoint -> " to " + endpoint + pod)
            .or(() -> ending.http().map(Endings::answer))
            .orElse("");
    return ending.outcome() + end;
  }

  private static String answer(HttpAnswer answer) {
    return " with " + answer.status() + answer.location().map(to -> ", location " + to).orElse("");
  }
}
