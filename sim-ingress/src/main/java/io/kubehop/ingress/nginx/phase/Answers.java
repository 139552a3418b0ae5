package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;

/** Answers that nginx gives by itself. */
final class Answers {

  private Answers() {}

  static Decision.Answer status(int status, String why, Explanation explanation) {
    return status(status, HttpHeaders.NONE, why, "", explanation);
  }

  static Decision.Answer redirect(
      int status, String location, String why, Explanation explanation) {
    return status(status, HttpHeaders.of("Location", location), why, "", explanation);
  }

  static Decision.Answer status(
      int status, HttpHeaders headers, String why, String backend, Explanation explanation) {
    explanation.add(status + ": " + why);
    return new Decision.Answer(new HttpResponse(status, headers, why), backend);
  }
}
