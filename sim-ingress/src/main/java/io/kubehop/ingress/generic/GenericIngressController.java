package io.kubehop.ingress.generic;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.http.HttpServer;
import io.kubehop.core.http.HttpServer.Encryption;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.IngressController;
import io.kubehop.ingress.api.Finding;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.IngressStatusWriter;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.proxy.ReverseProxy;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves the Ingresses of one controller name on ports 80 and 443 of its Pod. */
public final class GenericIngressController implements IngressController, EventHandler {
  private static final String NAME = "ingress";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Nanoseconds from a change to the routes that follow from it. */
  private static final long DELAY = 100_000_000;

  private final String controller;
  private final Host host;
  private final Simulation simulation;
  private final IngressStore store;
  private final ObjectKey service;
  private final GenericRouter router;
  private final ReverseProxy proxy;
  private final IngressStatusWriter status;
  private final LongCell running;
  private final LongCell queued;
  private final RefCell<List<Finding>> findings;

  /**
   * Prepares a controller.
   *
   * @param controller the name that IngressClasses of its own have
   * @param service the Service in front of it
   */
  public GenericIngressController(
      String controller, Host host, IngressStore store, Resolver resolver, ObjectKey service) {
    this.controller = controller;
    this.host = host;
    this.simulation = host.simulation();
    this.store = store;
    this.service = service;
    this.router = new GenericRouter(host.name(), store, simulation);
    this.proxy = new ReverseProxy(NAME, router, resolver);
    this.status = new IngressStatusWriter(store, service);
    this.running = new LongCell(simulation.journal(), 0);
    this.queued = new LongCell(simulation.journal(), 0);
    this.findings = new RefCell<>(simulation.journal(), List.of());
    store.addListener(this::changed);
  }

  @Override
  public void start() {
    running.set(1);
    host.sockets().listen(null, HTTP, new Listener(NAME, new HttpServer(proxy, Encryption.NEVER)));
    host.sockets()
        .listen(null, HTTPS, new Listener(NAME, new HttpServer(proxy, Encryption.ALWAYS)));
    changed();
  }

  @Override
  public void stop() {
    running.set(0);
    host.sockets().stopListening(null, HTTP);
    host.sockets().stopListening(null, HTTPS);
  }

  @Override
  public List<Ingress> served() {
    return store.ingresses().stream()
        .filter(i -> store.classes().controllerOf(i).filter(controller::equals).isPresent())
        .toList();
  }

  @Override
  public ObjectKey service() {
    return service;
  }

  @Override
  public List<Finding> findings() {
    return findings.get();
  }

  private void changed() {
    if (running.get() != 0 && queued.get() == 0) {
      queued.set(1);
      simulation.scheduleWork(DELAY, this, 0, 0, null);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    queued.set(0);
    if (running.get() == 0) {
      return;
    }
    List<Ingress> served = served();
    Findings found = new Findings();
    router.load(served, new RouteTable(served, found));
    findings.set(found.toList());
    status.write(served);
  }
}
