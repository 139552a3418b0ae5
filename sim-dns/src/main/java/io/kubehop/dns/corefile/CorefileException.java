package io.kubehop.dns.corefile;

/** A Corefile with which CoreDNS does not start. */
public final class CorefileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /** Says what is wrong and where. */
  public CorefileException(int line, String message) {
    super(message);
    this.line = line;
  }

  /** What is wrong, as a finding. */
  public Finding finding() {
    return new Finding(line, String.valueOf(getMessage()));
  }
}
