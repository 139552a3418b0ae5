package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import java.util.Optional;

/**
 * A server that does nothing but send clients to the name with, or without, {@code www.}.
 *
 * @param from its own name
 * @param to the name that it sends to
 * @param certificate its certificate; absent if the other server's does not cover its name
 */
public record RedirectServer(String from, String to, Optional<Certificate> certificate) {}
