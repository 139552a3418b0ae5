package io.kubehop.core.time;

/** One attempt has more ways to go than exploring is willing to follow. */
public final class TooManyBranchesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the limit that was exceeded. */
  public TooManyBranchesException(int limit) {
    super("more than " + limit + " branches in one connection");
  }
}
