package io.kubehop.dns.kubernetes;

import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one CoreDNS knows of the cluster, by watching Services, EndpointSlices, namespaces and Pods.
 * Names that are looked up are in lower case.
 */
public final class ClusterView implements EventHandler {
  /** Watchers hear of what there is within this many nanoseconds; then the view is in sync. */
  private static final long SYNC = 2_000_000;

  private static final List<String> ENDED = List.of("Succeeded", "Failed", "Unknown");

  private final Simulation simulation;
  private final long epochSeconds;
  private final Informer<Service> services;
  private final InformerIndex<Service> servicesByName;
  private final InformerIndex<Service> servicesByClusterIp;
  private final InformerIndex<Service> servicesByExternalIp;
  private final Informer<EndpointSlice> slices;
  private final InformerIndex<EndpointSlice> slicesByService;
  private final InformerIndex<EndpointSlice> slicesByAddress;
  private final Informer<Namespace> namespaces;
  private final Informer<Pod> pods;
  private final InformerIndex<Pod> podsByIp;
  private final LongCell modified;
  private final LongCell externallyModified;
  private final LongCell synced;

  /**
   * Makes an empty view.
   *
   * @param epochSeconds wall-clock time at virtual time 0, in seconds since 1970
   */
  public ClusterView(Simulation simulation, long epochSeconds) {
    Journal journal = simulation.journal();
    this.simulation = simulation;
    this.epochSeconds = epochSeconds;
    this.services = new Informer<>(journal, service -> true);
    this.servicesByName =
        services.index(s -> List.of(key(s.metadata().namespace(), s.key().name())));
    this.servicesByClusterIp = services.index(ServiceFields::clusterIps);
    this.servicesByExternalIp = services.index(ServiceFields::externalIps);
    this.slices = new Informer<>(journal, slice -> !slice.serviceName().isEmpty());
    this.slicesByService =
        slices.index(s -> List.of(key(s.metadata().namespace(), s.serviceName())));
    this.slicesByAddress = slices.index(ClusterView::readyAddresses);
    this.namespaces = new Informer<>(journal, namespace -> true);
    this.pods = new Informer<>(journal, ClusterView::hasRecord);
    this.podsByIp = pods.index(pod -> List.of(pod.status().podIP()));
    this.modified = new LongCell(journal, 0);
    this.externallyModified = new LongCell(journal, 0);
    this.synced = new LongCell(journal, 0);
  }

  /** Starts to watch. */
  public void watch(ControlPlane controlPlane) {
    controlPlane.watch(Namespace.class, this::onNamespace);
    controlPlane.watch(Service.class, this::onService);
    controlPlane.watch(EndpointSlice.class, this::onSlice);
    controlPlane.watch(Pod.class, this::onPod);
    simulation.scheduleWork(SYNC, this, 0, 0, null);
  }

  private static boolean hasRecord(Pod pod) {
    return !pod.metadata().isBeingDeleted() && !ENDED.contains(pod.status().phase());
  }

  private static List<String> readyAddresses(EndpointSlice slice) {
    List<String> addresses = new ArrayList<>();
    for (Endpoint endpoint : slice.endpoints()) {
      if (endpoint.conditions().isReady()) {
        addresses.addAll(endpoint.addresses());
      }
    }
    return addresses;
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private void onNamespace(WatchEvent<Namespace> event) {
    namespaces.take(event);
  }

  private void onService(WatchEvent<Service> event) {
    Informer.Change<Service> change = services.take(event);
    Service before = change.before();
    Service after = change.after();
    if (before == null || after == null) {
      touch(modified, change);
      return;
    }
    if (!ServiceFields.sameInside(before, after)) {
      modified.set(unixTime());
    }
    if (!ServiceFields.sameOutside(before, after)) {
      externallyModified.set(unixTime());
    }
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    Informer.Change<EndpointSlice> change = slices.take(event);
    EndpointSlice before = change.before();
    EndpointSlice after = change.after();
    boolean same =
        before != null
            && after != null
            && before.ports().equals(after.ports())
            && readyEndpoints(before).equals(readyEndpoints(after));
    if (!same) {
      touch(modified, change);
    }
  }

  private static List<Endpoint> readyEndpoints(EndpointSlice slice) {
    return slice.endpoints().stream().filter(e -> e.conditions().isReady()).toList();
  }

  private void onPod(WatchEvent<Pod> event) {
    Informer.Change<Pod> change = pods.take(event);
    Pod before = change.before();
    Pod after = change.after();
    boolean same =
        before != null && after != null && before.status().podIP().equals(after.status().podIP());
    if (!same) {
      touch(modified, change);
    }
  }

  private <T extends KubeObject> void touch(LongCell cell, Informer.Change<T> change) {
    if (change.before() != null || change.after() != null) {
      cell.set(unixTime());
    }
  }

  private long unixTime() {
    return epochSeconds + simulation.now() / 1_000_000_000L;
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    synced.set(1);
  }

  boolean hasSynced() {
    return synced.get() != 0;
  }

  /** When something last changed that shows inside of the cluster, in seconds since 1970. */
  long modified() {
    return modified.get();
  }

  /** When the external addresses or the ports of a Service last changed; 0 if they never did. */
  long externallyModified() {
    return externallyModified.get();
  }

  Optional<Namespace> namespace(String name) {
    return Optional.ofNullable(namespaces.get(ObjectKey.ofCluster(Namespace.KIND, name)));
  }

  List<Service> services(String namespace, String name) {
    return servicesByName.get(key(namespace, name));
  }

  List<Service> servicesWithClusterIp(String address) {
    return servicesByClusterIp.get(address);
  }

  List<Service> servicesWithExternalIp(String address) {
    return servicesByExternalIp.get(address);
  }

  List<EndpointSlice> slicesOf(Service service) {
    return slicesByService.get(key(service.metadata().namespace(), service.metadata().name()));
  }

  List<EndpointSlice> slicesWithAddress(String address) {
    return slicesByAddress.get(address);
  }

  List<Pod> podsWithIp(String address) {
    return podsByIp.get(address);
  }
}
