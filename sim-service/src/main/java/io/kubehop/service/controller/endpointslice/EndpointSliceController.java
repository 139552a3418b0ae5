package io.kubehop.service.controller.endpointslice;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Endpoints;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.WorkQueue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the EndpointSlices of Services with a selector up to date (pkg/controller/endpointslice). A
 * Service for which somebody gave slices or Endpoints is left alone: those are taken at their word.
 */
public final class EndpointSliceController {
  /**
   * Nanoseconds from a change to the reconcile; the batch period of the real controller is 0 by
   * default.
   */
  private static final long DELAY = 1_000_000;

  private static final ObjectKey ALL_SERVICES = ObjectKey.ofCluster(Service.KIND, "");

  private final ApiServer apiServer;
  private final WorkQueue queue;
  private final WorkQueue everything;
  private final ServicePods servicePods;
  private final Index<EndpointSlice, ObjectKey> slicesByService;

  /** Starts to watch Services, Pods, nodes and slices. */
  public EndpointSliceController(Simulation simulation, ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.queue = new WorkQueue(simulation, DELAY, this::reconcile);
    this.everything = new WorkQueue(simulation, DELAY, key -> queueAll());
    this.servicePods = new ServicePods(apiServer, pods);
    this.slicesByService = apiServer.index(EndpointSlice.class, EndpointSliceController::owner);
    apiServer.watch(Service.class, event -> queue.add(event.key()));
    apiServer.watch(Pod.class, this::onPod);
    apiServer.watch(Node.class, this::onNode);
    apiServer.watch(EndpointSlice.class, this::onSlice);
    apiServer.watch(Endpoints.class, this::onEndpoints);
  }

  private static List<ObjectKey> owner(EndpointSlice slice) {
    return slice.serviceName().isEmpty() ? List.of() : List.of(serviceKey(slice));
  }

  private static ObjectKey serviceKey(EndpointSlice slice) {
    return new ObjectKey(Service.KIND, slice.metadata().namespace(), slice.serviceName());
  }

  private void onPod(WatchEvent<Pod> event) {
    event.previous().ifPresent(this::queueServicesOf);
    if (!event.isDeleted()) {
      queueServicesOf(event.object());
    }
  }

  private void queueServicesOf(Pod pod) {
    servicePods.servicesOf(pod).forEach(service -> queue.add(service.key()));
  }

  /** A node that comes, goes, fails or moves to another zone can concern every Service. */
  private void onNode(WatchEvent<Node> event) {
    boolean isSame =
        !event.isDeleted()
            && event.previous().filter(old -> isSame(old, event.object())).isPresent();
    if (!isSame) {
      everything.add(ALL_SERVICES);
    }
  }

  private void queueAll() {
    apiServer.list(Service.class).forEach(service -> queue.add(service.key()));
  }

  private static boolean isSame(Node old, Node node) {
    return old.zone().equals(node.zone())
        && old.status().conditions().equals(node.status().conditions());
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    event.previous().flatMap(slice -> owner(slice).stream().findFirst()).ifPresent(queue::add);
    owner(event.object()).forEach(queue::add);
  }

  private void onEndpoints(WatchEvent<Endpoints> event) {
    queue.add(
        new ObjectKey(Service.KIND, event.key().namespace(), event.object().metadata().name()));
  }

  /** Returns the slices of a Service in the order of their names. */
  public List<EndpointSlice> slicesOf(ObjectKey service) {
    return slicesByService.get(service);
  }

  private void reconcile(ObjectKey key) {
    Optional<Service> service = apiServer.find(Service.class, key);
    List<EndpointSlice> slices = slicesOf(key);
    boolean isSelecting = service.filter(found -> !found.spec().selector().isEmpty()).isPresent();
    boolean areGiven = slices.stream().anyMatch(slice -> apiServer.isGiven(slice.key()));
    Optional<Endpoints> mirrored =
        endpointsOf(key)
            .filter(EndpointsMirror::isMirrored)
            .filter(found -> service.isPresent() && !(isSelecting && areGiven));
    List<EndpointSlice> mirrors = keptBy(EndpointsMirror.CONTROLLER, slices);
    write(mirrors, mirrored.map(e -> EndpointsMirror.slices(e, mirrors)).orElse(List.of()));
    if (isSelecting && !service.get().spec().isExternalName()) {
      List<EndpointSlice> own = keptBy(DesiredSlices.CONTROLLER, slices);
      boolean isTaken = areGiven || mirrored.isPresent();
      write(own, isTaken ? List.of() : wanted(service.get(), own));
    }
  }

  private Optional<Endpoints> endpointsOf(ObjectKey service) {
    return apiServer.find(
        Endpoints.class, new ObjectKey(Endpoints.KIND, service.namespace(), service.name()));
  }

  private List<EndpointSlice> keptBy(String controller, List<EndpointSlice> slices) {
    return slices.stream()
        .filter(slice -> !apiServer.isGiven(slice.key()))
        .filter(s -> controller.equals(s.metadata().labels().get(EndpointSlice.MANAGED_BY_LABEL)))
        .toList();
  }

  private List<EndpointSlice> wanted(Service service, List<EndpointSlice> existing) {
    List<EndpointSlice> wanted = new ArrayList<>();
    for (String family : service.spec().ipFamilies()) {
      List<EndpointSlice> ofFamily =
          existing.stream().filter(slice -> slice.addressType().equals(family)).toList();
      wanted.addAll(
          new DesiredSlices(apiServer, service, family)
              .over(servicePods.podsOf(service), ofFamily));
    }
    return wanted;
  }

  /** Makes the slices of a Service those that are wanted, with as few writes as possible. */
  private void write(List<EndpointSlice> existing, List<EndpointSlice> wanted) {
    Map<String, EndpointSlice> superfluous = new LinkedHashMap<>();
    existing.forEach(slice -> superfluous.put(slice.metadata().name(), slice));
    List<EndpointSlice> missing = new ArrayList<>();
    for (EndpointSlice slice : wanted) {
      if (slice.metadata().name().isEmpty()) {
        missing.add(slice);
      } else {
        superfluous.remove(slice.metadata().name());
        apiServer.update(slice);
      }
    }
    missing.forEach(apiServer::createNamed);
    superfluous.values().forEach(apiServer::remove);
  }

  /** The family of a slice's address type. */
  static IpFamily familyOf(String addressType) {
    return addressType.equals("IPv6") ? IpFamily.IPV6 : IpFamily.IPV4;
  }
}
