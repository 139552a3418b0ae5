package io.kubehop.scenarios.check;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.trace.Explanation;
import java.util.List;
import java.util.Optional;

/**
 * What came of a probe.
 *
 * @param probe the probe
 * @param connection the connection; absent if it could not even be tried
 * @param explanation why it did not arrive and what to change; absent if it did
 * @param obstacle why it could not be tried
 */
public record ProbeResult(
    Probe probe,
    Optional<Connection> connection,
    Optional<Explanation> explanation,
    Optional<String> obstacle) {
  private static final int FIRST_ERROR = 400;

  /** Whether it arrives on every way, or a proxy answers as it was told to: with a redirect. */
  public boolean arrives() {
    return connection
        .filter(each -> each.ways().stream().map(Way::ending).allMatch(ProbeResult::isFine))
        .isPresent();
  }

  private static boolean isFine(Ending ending) {
    return ending.outcome() == Outcome.DELIVERED
        || ending.http().filter(answer -> answer.status() < FIRST_ERROR).isPresent();
  }

  /** Whether it should arrive, and does not, for a reason that is known. */
  public boolean isBad() {
    return probe.required() && isDecided() && !arrives();
  }

  /** Whether it was tried, or need not be tried because nobody would answer. */
  public boolean isDecided() {
    return connection.isPresent() || explanation.isPresent();
  }

  /** The outcome in a word or two. */
  public String outcome() {
    return connection
        .map(each -> join(each.outcomes().stream().map(Outcome::toString).toList()))
        .orElse("not tried");
  }

  private static String join(List<String> outcomes) {
    return String.join(" or ", outcomes);
  }
}
