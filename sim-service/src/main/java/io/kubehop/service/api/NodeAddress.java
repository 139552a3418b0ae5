package io.kubehop.service.api;

/**
 * An address or a name of a {@link Node} (core/v1 NodeAddress).
 *
 * @param type {@code InternalIP}, {@code ExternalIP}, {@code Hostname}, {@code InternalDNS} or
 *     {@code ExternalDNS}
 * @param address the address or name
 */
public record NodeAddress(String type, String address) {}
