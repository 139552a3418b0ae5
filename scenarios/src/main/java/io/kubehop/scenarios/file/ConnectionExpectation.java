package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@code send} step expects. What is absent is not checked.
 *
 * @param outcomes any of these
 * @param delivered whether it is delivered; {@code false} allows any other outcome
 * @param endpoints exactly the addresses that it can be delivered to
 * @param pods the same as {@code NAMESPACE/NAME} of Pods
 * @param chosen where each connection was delivered to, in order; an absent item: nowhere
 * @param distribution the probability of each endpoint
 * @param sourceNAT whether the source address was rewritten
 * @param sourceIP the source address that the endpoint sees
 * @param via chains that the first packet enters, in order
 * @param http what only HTTP has
 */
public record ConnectionExpectation(
    Optional<List<Outcome>> outcomes,
    Optional<Boolean> delivered,
    Optional<List<SocketAddress>> endpoints,
    Optional<List<String>> pods,
    Optional<List<Optional<SocketAddress>>> chosen,
    Optional<Map<SocketAddress, Double>> distribution,
    Optional<Boolean> sourceNAT,
    Optional<IpAddress> sourceIP,
    Optional<List<String>> via,
    Http http) {

  /**
   * What is expected of an HTTP exchange.
   *
   * @param status the status that the client gets
   * @param backend the Service and port that a rule sent the request to
   * @param path the path as the endpoint sees it
   * @param location the target of a redirect
   * @param requestHeaders headers as the endpoint sees them; an absent value: must not be there
   * @param responseHeaders headers as the client gets them; an absent value: must not be there
   */
  public record Http(
      Optional<Integer> status,
      Optional<String> backend,
      Optional<String> path,
      Optional<String> location,
      Map<String, Optional<String>> requestHeaders,
      Map<String, Optional<String>> responseHeaders) {

    /** Copies the maps. */
    public Http {
      requestHeaders = ImmutableMap.copyOf(requestHeaders);
      responseHeaders = ImmutableMap.copyOf(responseHeaders);
    }
  }
}
