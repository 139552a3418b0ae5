package io.kubehop.ingress.nginx;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressStatus;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes where requests are taken into the status of Ingresses (internal/ingress/status): the
 * addresses of the Service in front of the controller.
 */
final class StatusPublisher implements EventHandler {
  /** Nanoseconds from a synchronisation to the status; the controller takes up to a minute. */
  private static final long DELAY = 1_000_000_000;

  private final IngressStore store;
  private final ControllerFlags flags;
  private final Simulation simulation;
  private final LongCell queued;

  StatusPublisher(IngressStore store, ControllerFlags flags, Simulation simulation) {
    this.store = store;
    this.flags = flags;
    this.simulation = simulation;
    this.queued = new LongCell(simulation.journal(), 0);
  }

  void publish(List<Ingress> served) {
    if (flags.flag("update-status", true) && queued.get() == 0 && !served.isEmpty()) {
      queued.set(1);
      List<ObjectKey> keys = served.stream().map(Ingress::key).toList();
      simulation.scheduleWork(DELAY, this, 0, 0, new Keys(keys));
    }
  }

  private record Keys(List<ObjectKey> ingresses) {}

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    queued.set(0);
    if (payload instanceof Keys keys) {
      IngressStatus status = new IngressStatus(addresses());
      for (ObjectKey key : keys.ingresses) {
        store
            .apiServer()
            .find(Ingress.class, key)
            .filter(ingress -> !ingress.status().equals(status))
            .ifPresent(ingress -> store.apiServer().update(ingress.withStatus(status)));
      }
    }
  }

  private List<LoadBalancerIngress> addresses() {
    String given = flags.text("publish-status-address");
    if (!given.isEmpty()) {
      return List.of(given.split(",\\s*", -1)).stream().map(StatusPublisher::at).toList();
    }
    String name = flags.text("publish-service");
    int slash = name.indexOf('/');
    Optional<Service> service =
        slash < 0
            ? Optional.empty()
            : store.service(name.substring(0, slash), name.substring(slash + 1));
    return service.map(StatusPublisher::of).orElse(List.of());
  }

  private static List<LoadBalancerIngress> of(Service service) {
    List<String> external = service.spec().externalIPs();
    return switch (service.spec().type()) {
      case "ExternalName" ->
          List.of(
              new LoadBalancerIngress(
                  "", service.spec().externalName(), Optional.empty(), List.of()));
      case "LoadBalancer" -> {
        List<LoadBalancerIngress> all = new ArrayList<>();
        service
            .status()
            .loadBalancer()
            .forEach(
                point ->
                    all.add(
                        new LoadBalancerIngress(
                            point.ip(), point.hostname(), Optional.empty(), List.of())));
        external.stream().map(StatusPublisher::at).filter(a -> !all.contains(a)).forEach(all::add);
        yield all;
      }
      case "NodePort" ->
          external.isEmpty()
              ? List.of(at(service.spec().clusterIP()))
              : external.stream().map(StatusPublisher::at).toList();
      default -> List.of(at(service.spec().clusterIP()));
    };
  }

  private static LoadBalancerIngress at(String ip) {
    return new LoadBalancerIngress(ip, "", Optional.empty(), List.of());
  }
}
