package io.kubehop.ingress.nginx.uri;

/**
 * Says that an expression cannot be used: nginx would refuse its configuration, or the expression
 * uses something of PCRE that is not modelled.
 */
public final class PcreException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean modelled;

  private PcreException(String message, boolean modelled) {
    super(message);
    this.modelled = modelled;
  }

  static PcreException invalid(String expression, String why) {
    return new PcreException("'" + expression + "' is not a regular expression: " + why, true);
  }

  static PcreException notModelled(String expression, String what) {
    return new PcreException(
        "'" + expression + "' uses " + what + ", which is not modelled", false);
  }

  /** Whether PCRE refuses the expression too; otherwise only the simulator cannot follow it. */
  public boolean isInvalid() {
    return modelled;
  }
}
