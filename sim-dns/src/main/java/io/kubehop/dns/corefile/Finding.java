package io.kubehop.dns.corefile;

/**
 * Something in a Corefile that was given but is not modelled, or that keeps a server from starting.
 *
 * @param line the line in the Corefile, from 1
 * @param message what it is
 */
public record Finding(int line, String message) {

  /** {@code Corefile:3: directive 'trace' is not modelled}. */
  @Override
  public String toString() {
    return "Corefile:" + line + ": " + message;
  }
}
