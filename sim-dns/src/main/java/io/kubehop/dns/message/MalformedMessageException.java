package io.kubehop.dns.message;

/** Bytes that are no message. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public MalformedMessageException(String message, Throwable cause) {
    super(message, cause);
  }
}
