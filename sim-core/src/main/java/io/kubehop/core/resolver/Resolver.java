package io.kubehop.core.resolver;

/**
 * The resolver of a host, as programs call it through {@code getaddrinfo} (RFC 3493, 6.1): both
 * families, search list and {@code /etc/hosts} included. An address in text form resolves to
 * itself.
 */
public interface Resolver {

  /**
   * Looks a name up. The listener hears of the result once; at once if no packet is needed.
   *
   * @param name the name as the program has it, with or without a final dot
   * @param listener whom to tell; what it changes must be journalled
   */
  void resolve(String name, ResolutionListener listener);
}
