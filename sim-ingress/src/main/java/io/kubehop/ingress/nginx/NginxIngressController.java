package io.kubehop.ingress.nginx;

import io.kubehop.core.host.Host;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.IngressController;
import io.kubehop.ingress.api.Finding;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.ingress.nginx.route.RefusedConfigurationException;
import io.kubehop.ingress.nginx.route.RoutingTable;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ingress-nginx controller in a Pod (internal/ingress/controller). A change of the cluster leads
 * to a synchronisation, no more often than the rate limit allows. If only endpoints differ, they
 * are handed to the workers, which look for them every second; otherwise nginx is reloaded. A
 * configuration that nginx refuses leaves the one before in force.
 */
public final class NginxIngressController implements IngressController, EventHandler {
  private static final int SYNC = 0;
  private static final int RELOADED = 1;
  private static final int WORKERS_UPDATED = 2;

  /** Nanoseconds from a reload to workers that take connections with the new configuration. */
  private static final long RELOAD = 100_000_000;

  /** Nanoseconds after which every worker has looked for new endpoints (BACKENDS_SYNC_INTERVAL). */
  private static final long WORKER_TICK = 1_000_000_000;

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final Simulation simulation;
  private final ControllerFlags flags;
  private final ConfigurationSource source;
  private final NginxProcess nginx;
  private final StatusPublisher status;
  private final LongCell stopped;
  private final LongCell queued;
  private final LongCell lastSync;
  private final NullableCell<ControllerConfiguration> running;
  private final RefCell<List<Finding>> findings;

  /**
   * Prepares a controller.
   *
   * @param pod the Pod
   * @param host its network namespace
   */
  public NginxIngressController(Pod pod, Host host, IngressStore store, Resolver resolver) {
    this.simulation = host.simulation();
    this.flags = ControllerFlags.of(pod);
    this.source = new ConfigurationSource(store, flags, simulation.journal());
    this.nginx = new NginxProcess("pod/" + pod.key().namespacedName(), host, flags, resolver);
    this.status = new StatusPublisher(store, pod, flags, simulation);
    this.stopped = new LongCell(simulation.journal(), 0);
    this.queued = new LongCell(simulation.journal(), 0);
    this.lastSync = new LongCell(simulation.journal(), NEVER);
    this.running = new NullableCell<>(simulation.journal());
    this.findings = new RefCell<>(simulation.journal(), List.of());
    store.addListener(this::changed);
  }

  @Override
  public void start() {
    stopped.set(0);
    changed();
  }

  @Override
  public void stop() {
    stopped.set(1);
    nginx.stop();
  }

  @Override
  public List<Ingress> served() {
    return source.served();
  }

  @Override
  public ObjectKey service() {
    return flags.publishService();
  }

  @Override
  public List<Finding> findings() {
    return findings.get();
  }

  private void changed() {
    if (stopped.get() == 0 && queued.get() == 0) {
      queued.set(1);
      long next = lastSync.get() + flags.syncInterval();
      simulation.scheduleWork(Math.max(0, next - simulation.now()), this, SYNC, 0, null);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (stopped.get() != 0) {
      return;
    }
    switch (kind) {
      case SYNC -> synchronise();
      case RELOADED -> reloaded(Objects.requireNonNull((Loadable) payload));
      case WORKERS_UPDATED ->
          nginx.updateEndpoints(Objects.requireNonNull((ControllerConfiguration) payload));
      default -> throw new IllegalStateException("no event " + kind);
    }
  }

  private record Loadable(ControllerConfiguration configuration, RoutingTable table) {}

  private void synchronise() {
    queued.set(0);
    lastSync.set(simulation.now());
    Findings found = new Findings();
    ControllerConfiguration next = source.read(found);
    status.publish(source.served());
    ControllerConfiguration before = running.get();
    if (next.equals(before)) {
      findings.set(found.toList());
      return;
    }
    if (before != null && next.differsOnlyInEndpoints(before)) {
      handOver(next);
    } else {
      reload(next, found);
    }
    findings.set(found.toList());
  }

  private void reload(ControllerConfiguration next, Findings found) {
    try {
      RoutingTable table = RoutingTable.load(next.http());
      simulation.scheduleWork(RELOAD, this, RELOADED, 0, new Loadable(next, table));
      handOver(next);
    } catch (RefusedConfigurationException e) {
      String effect =
          running.get() == null
              ? "; nginx refuses the configuration, and nothing is served"
              : "; nginx refuses the configuration, and the one before stays in force";
      e.rule()
          .ifPresentOrElse(
              rule -> found.add(rule.ingress(), rule.path(), e.why() + effect),
              () -> found.add(source.self(), "", e.why() + effect));
    }
  }

  private void handOver(ControllerConfiguration next) {
    running.set(next);
    nginx.resolveNames(next.http());
    simulation.scheduleWork(WORKER_TICK, this, WORKERS_UPDATED, 0, next);
  }

  private void reloaded(Loadable loadable) {
    nginx.reload(loadable.configuration, loadable.table);
  }

  /** The configuration that was made last, for looking into; null before the first one. */
  public @Nullable NginxConfiguration configuration() {
    ControllerConfiguration current = running.get();
    return current == null ? null : current.http();
  }
}
