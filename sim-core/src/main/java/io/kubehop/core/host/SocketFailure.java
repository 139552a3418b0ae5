package io.kubehop.core.host;

import org.jspecify.annotations.Nullable;

/**
 * How a socket failed.
 *
 * @param error what the program is told
 * @param refusal who refused and why, if somebody did
 */
public record SocketFailure(SocketError error, @Nullable Refusal refusal) {}
