package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;

/**
 * What one of those who decide on access says.
 *
 * @param status 0 if it has nothing against the request, else the status to refuse it with
 * @param granted whether it stands up for the request
 * @param headers header fields of the refusal
 * @param why why it refuses
 */
record AccessVerdict(int status, boolean granted, HttpHeaders headers, String why) {
  /** It has no opinion. */
  static final AccessVerdict NEUTRAL = new AccessVerdict(0, false, HttpHeaders.NONE, "");

  /** It stands up for the request. */
  static final AccessVerdict GRANTED = new AccessVerdict(0, true, HttpHeaders.NONE, "");

  static AccessVerdict refused(int status, HttpHeaders headers, String why) {
    return new AccessVerdict(status, false, headers, why);
  }

  boolean isGranted() {
    return granted;
  }

  boolean isRefused() {
    return status != 0;
  }

  /** The first of two that refuses. */
  AccessVerdict orFirst(AccessVerdict other) {
    return isRefused() ? this : other;
  }

  /** The one that asks for credentials, else one that refuses. */
  AccessVerdict orWorse(AccessVerdict other) {
    return other.status == 401 || !isRefused() ? other : this;
  }
}
