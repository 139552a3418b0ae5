package io.kubehop.core.netfilter.syntax;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.netfilter.matches.StateMask;
import io.kubehop.core.netfilter.matches.StatusMask;

/** Connection states and statuses in rules. */
final class StateText {
  private static final ImmutableMap<String, Integer> TRACKED =
      ImmutableMap.of(
          "INVALID", StateMask.INVALID,
          "NEW", StateMask.NEW,
          "RELATED", StateMask.RELATED,
          "ESTABLISHED", StateMask.ESTABLISHED,
          "UNTRACKED", StateMask.UNTRACKED);

  /** What {@code --state} takes. */
  static final FlagSetText STATES = new FlagSetText("connection state", TRACKED);

  /** What {@code --ctstate} takes. */
  static final FlagSetText STATES_AND_TRANSLATIONS =
      new FlagSetText(
          "connection state",
          ImmutableMap.<String, Integer>builder()
              .putAll(TRACKED)
              .put("SNAT", StateMask.SNAT)
              .put("DNAT", StateMask.DNAT)
              .buildOrThrow());

  /** What {@code --ctstatus} takes. */
  static final FlagSetText STATUSES =
      new FlagSetText(
          "connection status",
          ImmutableMap.of(
              "NONE", 0,
              "EXPECTED", StatusMask.EXPECTED,
              "SEEN_REPLY", StatusMask.SEEN_REPLY,
              "ASSURED", StatusMask.ASSURED,
              "CONFIRMED", StatusMask.CONFIRMED));

  private StateText() {}
}
