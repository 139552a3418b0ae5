package io.kubehop.core.app;

import io.kubehop.core.net.SocketAddress;

/**
 * What a plain server answers: who it is, and whom it saw.
 *
 * @param host name of the server's host
 * @param server the address and port at which the server was reached
 * @param client the address and port that the server saw as the client's
 */
public record Echo(String host, SocketAddress server, SocketAddress client) {}
