package io.kubehop.service.loadbalancer;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.config.LoadBalancerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cloud provider's service controller (cloud-provider, controllers/service): gives every
 * Service of type LoadBalancer an address of the pool after a delay, for which nobody waits, and
 * publishes it. Services that name a class of balancers belong to somebody else and stay pending,
 * as do those for which the pool has no address. A status that a Service brings from the start is
 * left as it is.
 *
 * <p>A pool of a single address is kept for the Service that is built in, if there is one: that of
 * the ingress controller.
 */
public final class LoadBalancerProvider implements EventHandler {
  /** In place of a ticket: the delay is over, but there was no address. */
  private static final long WAITING = -1;

  private final Simulation simulation;
  private final ApiServer apiServer;
  private final LoadBalancerConfig config;
  private final AddressPool pool;
  private final JournaledMap<ObjectKey, Long> provisioning;

  /** Starts to watch Services. */
  public LoadBalancerProvider(
      Simulation simulation, ApiServer apiServer, LoadBalancerConfig config) {
    this.simulation = simulation;
    this.apiServer = apiServer;
    this.config = config;
    this.pool = new AddressPool(simulation.journal(), config.pool());
    this.provisioning = new JournaledMap<>(simulation.journal());
    apiServer.watch(Service.class, this::onService);
  }

  private void onService(WatchEvent<Service> event) {
    Optional<Service> service = apiServer.find(Service.class, event.key()).filter(this::isMine);
    if (service.isPresent()) {
      begin(service.get());
    } else if (event.object().spec().isLoadBalancer()
        || event.previous().filter(this::isMine).isPresent()) {
      end(event.key());
    }
  }

  private boolean isMine(Service service) {
    return service.spec().isLoadBalancer() && service.spec().loadBalancerClass().isEmpty();
  }

  private void begin(Service service) {
    List<LoadBalancerIngress> published = service.status().loadBalancer();
    if (!published.isEmpty()) {
      published.stream()
          .filter(ingress -> !ingress.ip().isEmpty())
          .forEach(ingress -> pool.take(IpAddress.parse(ingress.ip()), service.key()));
    } else if (!provisioning.containsKey(service.key())) {
      long ticket = simulation.scheduleTimer(config.delay().toNanos(), this, 0, 0, service.key());
      provisioning.put(service.key(), ticket);
    }
  }

  private void end(ObjectKey key) {
    Long ticket = provisioning.remove(key);
    if (ticket != null && ticket != WAITING) {
      simulation.cancel(ticket);
    }
    pool.release(key);
    retryPending();
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof ObjectKey key) {
      provisioning.put(key, WAITING);
      apiServer.find(Service.class, key).filter(this::isMine).ifPresent(this::publish);
    }
  }

  private void publish(Service service) {
    List<LoadBalancerIngress> ingress = new ArrayList<>();
    if (!isKeptForAnother(service)) {
      for (String family : service.spec().ipFamilies()) {
        address(service, family.equals("IPv6") ? IpFamily.IPV6 : IpFamily.IPV4)
            .ifPresent(ip -> ingress.add(LoadBalancerIngress.ofVip(ip.toString())));
      }
    }
    if (!ingress.isEmpty()) {
      provisioning.remove(service.key());
      apiServer.update(
          service.withStatus(new ServiceStatus(ingress, service.status().conditions())));
    }
  }

  private boolean isKeptForAnother(Service service) {
    return config.hasSingleAddress()
        && !service.metadata().isBuiltIn()
        && apiServer.list(Service.class).stream()
            .anyMatch(other -> isMine(other) && other.metadata().isBuiltIn());
  }

  private Optional<IpAddress> address(Service service, IpFamily family) {
    String asked = service.spec().loadBalancerIP();
    if (asked.isEmpty()) {
      return pool.takeNext(family, service.key());
    }
    return Optional.of(asked)
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .filter(ip -> ip.family() == family && pool.take(ip, service.key()));
  }

  /** An address that became free goes to the first Service that waits for one. */
  private void retryPending() {
    List<ObjectKey> waiting = new ArrayList<>();
    provisioning.forEach(
        (key, ticket) -> {
          if (ticket == WAITING) {
            waiting.add(key);
          }
        });
    waiting.forEach(key -> apiServer.find(Service.class, key).ifPresent(this::publish));
  }
}
