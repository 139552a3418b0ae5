package io.kubehop.scenarios.connection;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.host.SocketFailure;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import java.util.Optional;

/**
 * How one connection ends.
 *
 * @param outcome what came of it
 * @param endpoint the address and port that it was delivered to; absent unless delivered
 * @param pod the Pod at the endpoint, {@code NAMESPACE/NAME}; absent where there is none
 * @param sourceIP the source address that the endpoint sees; absent unless delivered
 * @param sourceNAT whether that is another address than the client's own; absent unless delivered
 * @param failure how it failed; absent if it did not
 * @param http what HTTP brought; absent if no HTTP answer came
 */
public record Ending(
    Outcome outcome,
    Optional<SocketAddress> endpoint,
    Optional<String> pod,
    Optional<IpAddress> sourceIP,
    Optional<Boolean> sourceNAT,
    Optional<SocketFailure> failure,
    Optional<HttpAnswer> http) {

  /** An ending before any packet of the connection. */
  public static Ending of(Outcome outcome) {
    return new Ending(
        outcome,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
