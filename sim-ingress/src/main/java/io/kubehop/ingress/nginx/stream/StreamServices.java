package io.kubehop.ingress.nginx.stream;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.net.Protocol;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.nginx.server.ClusterView;
import io.kubehop.ingress.nginx.server.Endpoint;
import io.kubehop.ingress.nginx.server.UpstreamEndpoints;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the ConfigMaps of {@code --tcp-services-configmap} and {@code --udp-services-configmap}
 * (getStreamServices): a port as the key, and {@code namespace/service:port}, for TCP perhaps with
 * {@code :PROXY:PROXY}, as the value.
 */
public final class StreamServices {
  /** Ports that nginx and the controller need for themselves. */
  private static final Set<Integer> RESERVED =
      ImmutableSet.of(80, 442, 443, 8181, 10245, 10246, 10247, 10254);

  private final ClusterView cluster;
  private final Findings findings;

  /** Reads with a view of the cluster. */
  public StreamServices(ClusterView cluster, Findings findings) {
    this.cluster = cluster;
    this.findings = findings;
  }

  /** The services of a ConfigMap by port. */
  public List<StreamService> read(ConfigMap map, Protocol protocol) {
    List<StreamService> services = new ArrayList<>();
    map.data()
        .forEach(
            (port, reference) ->
                read(map, port.trim(), reference.trim(), protocol).ifPresent(services::add));
    services.sort(Comparator.comparingInt(StreamService::port));
    return services;
  }

  private Optional<StreamService> read(
      ConfigMap map, String port, String reference, Protocol protocol) {
    String[] parts = reference.split(":", -1);
    String[] name = parts[0].split("/", -1);
    if (!isPort(port)) {
      return refused(map, port, "is no port that can be used");
    }
    if (parts.length < 2 || name.length != 2) {
      return refused(map, port, "'" + reference + "' is not NAMESPACE/SERVICE:PORT");
    }
    Optional<Service> service = cluster.service(name[0], name[1]);
    if (service.isEmpty()) {
      return refused(map, port, "there is no Service " + parts[0]);
    }
    if (service.get().spec().isExternalName()) {
      return refused(map, port, "a Service of type ExternalName is not modelled here");
    }
    List<Endpoint> endpoints = endpoints(service.get(), parts[1], protocol);
    if (endpoints.isEmpty()) {
      return refused(map, port, "Service " + parts[0] + " has no ready endpoint for " + parts[1]);
    }
    boolean tcp = protocol == Protocol.TCP;
    return Optional.of(
        new StreamService(
            Integer.parseInt(port),
            protocol,
            parts[0] + ":" + parts[1],
            tcp && parts.length >= 3 && parts[2].equalsIgnoreCase("PROXY"),
            tcp && parts.length == 4 && parts[3].equalsIgnoreCase("PROXY"),
            endpoints));
  }

  private static boolean isPort(String text) {
    return text.matches("[0-9]{1,5}")
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65535
        && !RESERVED.contains(Integer.parseInt(text));
  }

  private Optional<StreamService> refused(ConfigMap map, String port, String why) {
    findings.add(map.key(), "data[" + port + "]", why + "; nobody listens on the port");
    return Optional.empty();
  }

  private List<Endpoint> endpoints(Service service, String wanted, Protocol protocol) {
    String transport = protocol.toString().toUpperCase(Locale.ROOT);
    return service.spec().ports().stream()
        .filter(port -> isMeant(port, wanted) && port.protocol().equals(transport))
        .findFirst()
        .map(port -> new UpstreamEndpoints(cluster).ready(service, port, transport))
        .orElse(List.of());
  }

  private static boolean isMeant(ServicePort port, String wanted) {
    return wanted.matches("[0-9]+")
        ? String.valueOf(port.port()).equals(wanted)
        : port.name().equals(wanted);
  }
}
