package io.kubehop.dns.message;

import org.jspecify.annotations.Nullable;

/** Bytes that are no message. */
public final class MalformedMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public MalformedMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
