package io.kubehop.ingress.nginx.annotation;

/** An annotation because of which the controller does not take an Ingress over at all. */
public final class InvalidAnnotationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String annotation;

  InvalidAnnotationException(String annotation, String why) {
    super(why);
    this.annotation = annotation;
  }

  /** The annotation with its prefix. */
  public String annotation() {
    return annotation;
  }
}
