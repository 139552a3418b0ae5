package io.kubehop.core.http;

import io.kubehop.core.net.SocketAddress;

/**
 * What a plain server answers to a request: who it is, whom it saw, and the request as it arrived.
 *
 * @param host name of the server's host
 * @param server the address and port at which the server was reached
 * @param client the address and port that the server saw as the client's
 * @param tls whether the connection was encrypted
 * @param request the request as it arrived
 */
public record HttpEcho(
    String host, SocketAddress server, SocketAddress client, boolean tls, HttpRequest request) {}
