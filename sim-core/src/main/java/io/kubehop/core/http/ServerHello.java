package io.kubehop.core.http;

import io.kubehop.core.net.Message;

/**
 * The answer of a server to a {@link ClientHello}, with its certificate.
 *
 * @param certificate the certificate
 */
public record ServerHello(Certificate certificate) implements Message {

  @Override
  public String inWords() {
    return "TLS certificate of " + String.join(", ", certificate.names());
  }
}
