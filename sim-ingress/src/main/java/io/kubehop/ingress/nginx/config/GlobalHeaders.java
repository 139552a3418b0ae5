package io.kubehop.ingress.nginx.config;

import io.kubehop.core.http.HttpHeaders;

/**
 * The header fields of ConfigMaps that a controller's own ConfigMap names.
 *
 * @param toBackends what every backend gets, {@code proxy-set-headers}; values may have variables
 * @param toClients what every client gets, {@code add-headers}
 */
public record GlobalHeaders(HttpHeaders toBackends, HttpHeaders toClients) {
  /** None. */
  public static final GlobalHeaders NONE = new GlobalHeaders(HttpHeaders.NONE, HttpHeaders.NONE);
}
