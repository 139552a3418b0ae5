package io.kubehop.ingress.gateway;

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
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.proxy.ReverseProxy;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.GatewayClass;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.ObjectKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Serves one Gateway in a Pod: its listeners' ports, and the routes that are attached to them. */
public final class GatewayController implements IngressController, EventHandler {
  private static final String NAME = "gateway";

  /** Nanoseconds from a change to the routes that follow from it. */
  private static final long DELAY = 100_000_000;

  private final ObjectKey gateway;
  private final Host host;
  private final Simulation simulation;
  private final IngressStore store;
  private final ObjectKey service;
  private final GatewayRouter router;
  private final ReverseProxy proxy;
  private final LongCell running;
  private final LongCell queued;
  private final RefCell<List<Integer>> ports;
  private final RefCell<List<Finding>> findings;

  /**
   * Prepares a controller.
   *
   * @param gateway the Gateway
   * @param service the Service in front of it
   */
  public GatewayController(
      ObjectKey gateway, Host host, IngressStore store, Resolver resolver, ObjectKey service) {
    this.gateway = gateway;
    this.host = host;
    this.simulation = host.simulation();
    this.store = store;
    this.service = service;
    this.router = new GatewayRouter(host.name(), simulation);
    this.proxy = new ReverseProxy(NAME, router, resolver);
    this.running = new LongCell(simulation.journal(), 0);
    this.queued = new LongCell(simulation.journal(), 0);
    this.ports = new RefCell<>(simulation.journal(), List.of());
    this.findings = new RefCell<>(simulation.journal(), List.of());
    store.addListener(this::changed);
  }

  @Override
  public void start() {
    running.set(1);
    changed();
  }

  @Override
  public void stop() {
    running.set(0);
    listen(GatewayTable.empty());
  }

  @Override
  public List<Ingress> served() {
    return List.of();
  }

  @Override
  public boolean claims(String name) {
    return router.table().claims(name);
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
    Findings found = new Findings();
    GatewayTable table =
        current(found)
            .map(object -> GatewayTable.of(object, store, found))
            .orElseGet(GatewayTable::empty);
    router.load(table);
    listen(table);
    findings.set(found.toList());
    current(new Findings()).ifPresent(this::publish);
  }

  /** The Gateway, if there is one and it has a class. */
  private Optional<Gateway> current(Findings found) {
    Optional<Gateway> object = store.apiServer().find(Gateway.class, gateway);
    if (object.isEmpty()) {
      return object;
    }
    String name = object.get().gatewayClassName();
    ObjectKey key = ObjectKey.ofCluster(GatewayClass.KIND, name);
    if (store.apiServer().find(GatewayClass.class, key).isPresent()) {
      return object;
    }
    found.add(
        gateway,
        "spec.gatewayClassName",
        "there is no GatewayClass " + name + "; nobody serves this Gateway");
    return Optional.empty();
  }

  private void listen(GatewayTable table) {
    Set<Integer> now = new LinkedHashSet<>();
    for (GatewayTable.Attached each : table.listeners()) {
      int port = each.listener().port();
      if (now.add(port)) {
        Encryption encryption = each.isTls() ? Encryption.ALWAYS : Encryption.NEVER;
        host.sockets().listen(null, port, new Listener(NAME, new HttpServer(proxy, encryption)));
      }
    }
    ports.get().stream()
        .filter(port -> !now.contains(port))
        .forEach(port -> host.sockets().stopListening(null, port));
    ports.set(List.copyOf(now));
  }

  private void publish(Gateway object) {
    List<String> addresses =
        store
            .service(service.namespace(), service.name())
            .map(found -> found.status().loadBalancer())
            .orElse(List.of())
            .stream()
            .map(LoadBalancerIngress::ip)
            .filter(ip -> !ip.isEmpty())
            .toList();
    if (!object.addresses().equals(addresses)) {
      store.apiServer().update(object.withAddresses(addresses));
    }
  }
}
