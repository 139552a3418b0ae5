package io.kubehop.core.http;

/**
 * One header field (RFC 9110, 5).
 *
 * @param name the name as it was written; names are compared without regard to case
 * @param value the value
 */
public record HttpHeader(String name, String value) {

  /** Whether this is a field of the name. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }

  @Override
  public String toString() {
    return name + ": " + value;
  }
}
