package io.kubehop.core.net;

/**
 * The types of SCTP chunks (RFC 9260, 3.2), as {@code int} so that packets carry them without
 * allocation.
 */
public final class SctpChunk {
  /** User data; also what a packet carries if nothing else is said. */
  public static final int DATA = 0;

  /** Begins an association: the first chunk. */
  public static final int INIT = 1;

  /** Answers INIT. */
  public static final int INIT_ACK = 2;

  /** Acknowledges data. */
  public static final int SACK = 3;

  /** Ends an association at once. */
  public static final int ABORT = 6;

  /** No more data from the sender. */
  public static final int SHUTDOWN = 7;

  /** Answers SHUTDOWN. */
  public static final int SHUTDOWN_ACK = 8;

  /** Reports an error. */
  public static final int ERROR = 9;

  /** Returns the cookie of INIT ACK. */
  public static final int COOKIE_ECHO = 10;

  /** Answers COOKIE ECHO: the association is established. */
  public static final int COOKIE_ACK = 11;

  /** Answers SHUTDOWN ACK: the association is over. */
  public static final int SHUTDOWN_COMPLETE = 14;

  private SctpChunk() {}
}
