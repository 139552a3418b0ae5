package io.kubehop.scenarios.cluster;

/** Says why a cluster, as it is at this moment, cannot do what it was asked to do. */
public final class NotPossibleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, and what would be possible. */
  public NotPossibleException(String message) {
    super(message);
  }
}
