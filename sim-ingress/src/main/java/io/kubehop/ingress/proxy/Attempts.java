package io.kubehop.ingress.proxy;

import java.util.List;
import java.util.Set;

/**
 * How long an attempt to reach an endpoint may take, and what makes for another one (nginx'
 * proxy_next_upstream). Times are nanoseconds.
 *
 * @param connectTimeout how long opening a connection may take
 * @param readTimeout how long an answer may take
 * @param conditions {@code error}, {@code timeout}, {@code http_503} …, and {@code non_idempotent}
 * @param limit how many attempts at most; 0: any number
 * @param timeout how long all attempts together may take before the next one; 0: any time
 */
public record Attempts(
    long connectTimeout, long readTimeout, List<String> conditions, int limit, long timeout) {
  private static final Set<String> NOT_IDEMPOTENT = Set.of("POST", "LOCK", "PATCH");

  /** One attempt, with nginx' own times. */
  public static final Attempts ONE = new Attempts(5_000_000_000L, 60_000_000_000L, List.of(), 1, 0);

  /** Copies the list. */
  public Attempts {
    conditions = List.copyOf(conditions);
  }

  /**
   * Whether to try again.
   *
   * @param condition what went wrong
   * @param method the method of the request
   * @param sent whether the endpoint may have begun to act on it
   * @param made attempts so far
   * @param nanos time since the first one began
   */
  boolean again(String condition, String method, boolean sent, int made, long nanos) {
    boolean harmless =
        !sent || !NOT_IDEMPOTENT.contains(method) || conditions.contains("non_idempotent");
    return conditions.contains(condition)
        && !conditions.contains("off")
        && harmless
        && (limit == 0 || made < limit)
        && (timeout == 0 || nanos < timeout);
  }
}
