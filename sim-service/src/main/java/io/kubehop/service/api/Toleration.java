package io.kubehop.service.api;

import java.util.Optional;

/**
 * A taint that a {@link Pod} puts up with (core/v1 Toleration).
 *
 * @param key the key of the taint; empty with {@code Exists}: every one
 * @param operator {@code Equal} (default) or {@code Exists}
 * @param value the value of the taint, for {@code Equal}
 * @param effect the effect of the taint; empty: every one
 * @param tolerationSeconds how long {@code NoExecute} is put up with, in seconds; absent: for ever
 */
public record Toleration(
    String key, String operator, String value, String effect, Optional<Long> tolerationSeconds) {

  /**
   * Returns whether this taint is put up with, by the rule of the API (core/v1
   * Toleration.ToleratesTaint).
   */
  public boolean tolerates(Taint taint) {
    boolean sameEffect = effect.isEmpty() || effect.equals(taint.effect());
    boolean sameKey = key.isEmpty() || key.equals(taint.key());
    boolean sameValue = operator.equals("Exists") || value.equals(taint.value());
    return sameEffect && sameKey && sameValue;
  }
}
