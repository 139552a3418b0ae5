package io.kubehop.core.host;

/**
 * What listens on a TCP port.
 *
 * @param name who it is, for the trace, such as {@code container web of pod shop/cart-0}
 * @param handler gets the connections
 */
public record Listener(String name, StreamHandler handler) {}
