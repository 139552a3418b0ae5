package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.ingress.nginx.annotation.Balancing;
import io.kubehop.ingress.nginx.server.Upstream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The balancers of one configuration, made when they are asked for first. An upstream without
 * endpoints has none.
 */
public final class Balancers {
  private final Map<String, Upstream> upstreams;
  private final Function<String, Resolution> names;
  private final boolean oneWorker;
  private final BalancerState state;
  private final Map<LiveUpstream, Balancer> made = new LinkedHashMap<>(); // never iterated

  private record LiveUpstream(String name, List<SocketAddress> endpoints) {}

  /**
   * Prepares.
   *
   * @param names what the last look-up of an ExternalName Service's name has said
   * @param oneWorker whether nginx has one worker process alone
   */
  public Balancers(
      Map<String, Upstream> upstreams,
      Function<String, Resolution> names,
      boolean oneWorker,
      BalancerState state) {
    this.upstreams = upstreams;
    this.names = names;
    this.oneWorker = oneWorker;
    this.state = state;
  }

  /** The upstream of a name. */
  public @Nullable Upstream upstream(String name) {
    return upstreams.get(name);
  }

  /** The balancer of an upstream, or null if it has no endpoints. */
  public @Nullable UpstreamBalancer of(String name) {
    Upstream upstream = upstreams.get(name);
    if (upstream == null) {
      return null;
    }
    List<SocketAddress> endpoints = endpoints(upstream);
    if (endpoints.isEmpty()) {
      return null;
    }
    Balancer balancer =
        made.computeIfAbsent(
            new LiveUpstream(name, endpoints), live -> make(upstream, live.endpoints));
    return new UpstreamBalancer(upstream, balancer);
  }

  /** What is known of the name of an ExternalName Service; absent for any other upstream. */
  public Optional<Resolution> nameOf(Upstream upstream) {
    return upstream.externalName()
        ? upstream.endpoints().stream().map(end -> names.apply(end.address())).findFirst()
        : Optional.empty();
  }

  private List<SocketAddress> endpoints(Upstream upstream) {
    return upstream.endpoints().stream()
        .flatMap(
            endpoint ->
                (upstream.externalName()
                        ? names.apply(endpoint.address()).addresses()
                        : List.of(IpAddress.parse(endpoint.address())))
                    .stream().map(address -> new SocketAddress(address, endpoint.port())))
        .toList();
  }

  private Balancer make(Upstream upstream, List<SocketAddress> endpoints) {
    Balancing balancing = upstream.balancing();
    String name = upstream.name();
    if (balancing.affinity().byCookie()) {
      KeyedEndpoints keys =
          balancing.affinity().persistent()
              ? new NamedKeys(name, endpoints, state)
              : new HashedKeys(endpoints, state);
      return new Sticky(name, endpoints, keys, balancing.affinity());
    }
    if (!balancing.hashBy().isEmpty()) {
      return balancing.hashBySubset()
          ? new HashSubset(endpoints, balancing.hashBy(), balancing.subsetSize(), state)
          : new ConsistentHash(endpoints, balancing.hashBy());
    }
    return balancing.algorithm().equals("ewma")
        ? new PeakEwma(endpoints, state)
        : new RoundRobin(name, endpoints, oneWorker, state);
  }
}
