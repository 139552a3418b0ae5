package io.kubehop.scenarios.compare;

import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.api.Service;
import java.util.Optional;

/**
 * A connection that is tried in every mode.
 *
 * @param service what is called; absent for an address that no Service has
 * @param target which of its addresses
 * @param client who calls
 * @param node the node that the client is on, or comes in by
 * @param request the connection
 */
public record Trial(
    Optional<Service> service, Target target, Client client, String node, Request request) {

  /** {@code NAMESPACE/NAME} of the Service; empty if there is none. */
  public String name() {
    return service.map(each -> each.key().namespacedName()).orElse("");
  }

  /** {@code pod on node-a -> tcp://10.96.0.1:80}. */
  @Override
  public String toString() {
    String where = client == Client.OUTSIDE ? " by way of " : " on ";
    return (client == Client.NODE ? "" : client + where) + node + " -> " + request.destination();
  }
}
