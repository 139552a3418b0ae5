package io.kubehop.ingress;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.api.Finding;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.gateway.GatewayController;
import io.kubehop.ingress.generic.GenericIngressController;
import io.kubehop.ingress.nginx.NginxIngressController;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.node.PlainServer;
import io.kubehop.service.node.PodApplication;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The ingress controllers of a cluster: knows which Pods run one, and starts and stops it with the
 * Pod.
 */
public final class IngressControllers implements PodApplication {
  /** Metrics, and the webhook that validates Ingresses. */
  private static final Set<Integer> OTHER_PORTS = ImmutableSet.of(10254, 8443);

  private final IngressStore store;
  private final PlainServer otherPorts;
  private final BiFunction<Pod, Host, Resolver> resolvers;
  private final JournaledMap<ObjectKey, IngressController> running;

  /**
   * Begins to follow a control plane.
   *
   * @param otherPorts what answers on the ports of a controller's Pod that are not for requests
   * @param resolvers the resolver of a Pod
   */
  public IngressControllers(
      Simulation simulation,
      ControlPlane controlPlane,
      PlainServer otherPorts,
      BiFunction<Pod, Host, Resolver> resolvers) {
    this.store = new IngressStore(controlPlane.apiServer());
    this.otherPorts = otherPorts;
    this.resolvers = resolvers;
    this.running = new JournaledMap<>(simulation.journal());
  }

  /** Returns what runs in a Pod if it is an ingress controller. */
  public Optional<PodApplication> applicationOf(Pod pod) {
    return ControllerKind.of(pod.metadata(), pod.spec()).map(kind -> this);
  }

  @Override
  public void start(Pod pod, Host host) {
    otherPorts.start(pod, host);
    closePorts(pod, host);
    IngressController controller = controller(pod, host);
    running.put(pod.key(), controller);
    controller.start();
  }

  /** What a controller declares it opens itself, when it is ready; some ports it always has. */
  private static void closePorts(Pod pod, Host host) {
    pod.spec().containers().stream()
        .flatMap(container -> container.ports().stream())
        .filter(port -> !OTHER_PORTS.contains(port.containerPort()))
        .forEach(
            port -> {
              host.sockets().stopListening(null, port.containerPort());
              host.sockets().unbind(Protocol.UDP, null, port.containerPort());
            });
    if (!pod.spec().hostNetwork()) {
      host.sockets().listenOnEveryPort(null);
      host.sockets().unbind(Protocol.UDP, null, 0);
    }
  }

  private IngressController controller(Pod pod, Host host) {
    Resolver resolver = resolvers.apply(pod, host);
    ControllerFlags flags = ControllerFlags.of(pod);
    return switch (ControllerKind.of(pod.metadata(), pod.spec()).orElseThrow()) {
      case NGINX -> new NginxIngressController(pod, host, store, resolver);
      case GENERIC ->
          new GenericIngressController(
              flags.controllerClass(), host, store, resolver, flags.publishService());
      case GATEWAY ->
          new GatewayController(
              BuiltInGateways.gatewayOf(flags), host, store, resolver, flags.publishService());
    };
  }

  @Override
  public void stop(Pod pod, Host host) {
    otherPorts.stop(pod, host);
    IngressController controller = running.remove(pod.key());
    if (controller != null) {
      controller.stop();
    }
  }

  /**
   * Returns what is wrong with the objects that the running controllers serve, and with those that
   * none serves, each once.
   */
  public List<Finding> findings() {
    Set<Finding> all = new LinkedHashSet<>(unserved());
    running.values().forEach(controller -> all.addAll(controller.findings()));
    return new ArrayList<>(all);
  }

  /** Returns for each Ingress that no controller serves because of its class why that is so. */
  public List<Finding> unserved() {
    return new UnservedIngresses(store, running.values()).findings();
  }

  /** Returns whether some controller serves an Ingress for a host name. */
  public boolean claims(String host) {
    return new OutsideNames(store, running.values()).isClaimed(host);
  }

  /**
   * Returns the Pods whose controllers serve an IngressClass, whether they run or not; without such
   * a class those whose name is, or begins with, the given one, or whose Gateway has it.
   */
  public List<Pod> podsOf(String name) {
    Optional<String> controller =
        store
            .apiServer()
            .find(IngressClass.class, ObjectKey.ofCluster(IngressClass.KIND, name))
            .map(IngressClass::controller);
    return store.apiServer().list(Pod.class).stream()
        .filter(pod -> ControllerKind.of(pod.metadata(), pod.spec()).isPresent())
        .filter(
            pod ->
                controller
                    .map(own -> ControllerKind.controllerOf(pod).filter(own::equals).isPresent())
                    .orElseGet(() -> isNamed(pod, name)))
        .toList();
  }

  private static boolean isNamed(Pod pod, String name) {
    return pod.metadata().name().equals(name)
        || pod.metadata().name().startsWith(name + "-")
        || BuiltInGateways.gatewayOf(ControllerFlags.of(pod)).name().equals(name);
  }

  /**
   * Returns the address to which a client outside resolves a host name: that of the controller
   * which serves an Ingress for the host, else that of the first controller.
   */
  public Optional<IpAddress> addressOf(String host) {
    return new OutsideNames(store, running.values()).addressOf(host);
  }
}
