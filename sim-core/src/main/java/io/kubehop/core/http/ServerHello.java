package io.kubehop.core.http;

/**
 * The answer of a server to a {@link ClientHello}, with its certificate.
 *
 * @param certificate the certificate
 */
public record ServerHello(Certificate certificate) {}
