package io.kubehop.ingress.nginx.uri;

/** Says that a request is one that nginx answers with 400, and why. */
public final class BadRequest extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public BadRequest(String why) {
    super(why);
  }

  /** Why, in words. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
