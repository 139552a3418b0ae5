package io.kubehop.ingress.nginx.annotation;

/** A mistake because of which all locations of an Ingress answer 503. */
final class LocationDeniedException extends Exception {
  private static final long serialVersionUID = 1L;

  LocationDeniedException(String why) {
    super(why);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
