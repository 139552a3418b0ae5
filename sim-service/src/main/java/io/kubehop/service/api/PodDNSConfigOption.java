package io.kubehop.service.api;

import java.util.Optional;

/**
 * An option of a resolver, such as {@code ndots} (core/v1 PodDNSConfigOption).
 *
 * @param name the name
 * @param value the value; absent for a flag
 */
public record PodDNSConfigOption(String name, Optional<String> value) {}
