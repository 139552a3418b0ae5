package io.kubehop.testkit.property;

import io.kubehop.scenarios.connection.Request;
import java.util.Locale;

/**
 * A connection to a Service of a generated cluster.
 *
 * @param client who calls: the number of a node, counted around, or below 0 a client outside
 * @param service which of the Services is called, counted around
 */
public record GeneratedRequest(int client, int service) {

  /** The connection: to the cluster IP of the Service, also from outside. */
  public Request in(GeneratedCluster cluster) {
    String scheme =
        cluster
            .services()
            .get(service % cluster.services().size())
            .protocol()
            .toLowerCase(Locale.ROOT);
    String from = client < 0 ? "external/198.51.100.10" : "node/" + cluster.node(client);
    return Request.of(from, scheme + "://" + cluster.address(service) + ":80");
  }
}
