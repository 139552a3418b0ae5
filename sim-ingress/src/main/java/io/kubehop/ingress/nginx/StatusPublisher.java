package io.kubehop.ingress.nginx;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressStatus;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes where requests are taken into the status of Ingresses (internal/ingress/status). */
final class StatusPublisher implements EventHandler {
  /** Nanoseconds from a synchronisation to the status; the controller takes up to a minute. */
  private static final long DELAY = 1_000_000_000;

  private final IngressStore store;
  private final ControllerFlags flags;
  private final StatusAddresses addresses;
  private final Simulation simulation;
  private final LongCell queued;

  StatusPublisher(IngressStore store, Pod pod, ControllerFlags flags, Simulation simulation) {
    this.store = store;
    this.flags = flags;
    this.addresses = new StatusAddresses(store, pod, flags);
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
      IngressStatus status = new IngressStatus(addresses.now());
      for (ObjectKey key : keys.ingresses) {
        store
            .apiServer()
            .find(Ingress.class, key)
            .filter(ingress -> !ingress.status().equals(status))
            .ifPresent(ingress -> store.apiServer().update(ingress.withStatus(status)));
      }
    }
  }
}
