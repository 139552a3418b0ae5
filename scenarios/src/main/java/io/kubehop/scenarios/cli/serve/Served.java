package io.kubehop.scenarios.cli.serve;

import java.net.SocketAddress;

/**
 * A message that was answered.
 *
 * @param protocol {@code udp} or {@code tcp}
 * @param client who sent it
 * @param query the bytes that came
 * @param answer the bytes that went
 */
@SuppressWarnings("ArrayRecordComponent") // made and read at once, never compared
public record Served(String protocol, SocketAddress client, byte[] query, byte[] answer) {}
