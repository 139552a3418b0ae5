package io.kubehop.kubeproxy.services;

import com.google.common.collect.ImmutableSortedMap;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.kubeproxy.config.UdpCleanup;
import io.kubehop.kubeproxy.node.StaleFlows;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All Services and EndpointSlices of one address family, kept once for the proxies of all nodes
 * (pkg/proxy/servicechangetracker.go, endpointschangetracker.go). It tells listeners which Service
 * changed; what the objects say beyond that is of no consequence to any proxy.
 */
public final class ServiceTracker {
  private final IpFamily family;
  private final JournaledMap<ObjectKey, ServiceSnapshot> services;
  private final JournaledMap<ObjectKey, ImmutableSortedMap<String, EndpointSlice>> slices;
  private final LongCell endpointCount;
  private final JournaledMap<ObjectKey, Boolean> withHealthCheck;
  private final LongCell healthChecksVersion;
  private final NullableCell<UdpServices> udpServices;
  private final List<Consumer<ObjectKey>> listeners = new ArrayList<>();

  /** Starts without any Service. */
  public ServiceTracker(Journal journal, IpFamily family) {
    this.family = family;
    this.services = new JournaledMap<>(journal);
    this.slices = new JournaledMap<>(journal);
    this.endpointCount = new LongCell(journal, 0);
    this.withHealthCheck = new JournaledMap<>(journal);
    this.healthChecksVersion = new LongCell(journal, 0);
    this.udpServices = new NullableCell<>(journal);
  }

  /** Has somebody told which Services change, within the change. */
  public void addListener(Consumer<ObjectKey> listener) {
    listeners.add(listener);
  }

  /** A Service is new or changed. */
  public void put(Service service) {
    ObjectKey key = service.key();
    replace(key, get(key).withPorts(ServicePorts.of(service, family)));
  }

  /** A Service is gone; its endpoints may still be there. */
  public void remove(Service service) {
    replace(service.key(), get(service.key()).withPorts(List.of()));
  }

  /** A slice is new or changed. */
  public void put(EndpointSlice slice) {
    changeSlices(slice, slice);
  }

  /** A slice is gone. */
  public void remove(EndpointSlice slice) {
    changeSlices(slice, null);
  }

  private void changeSlices(EndpointSlice of, @Nullable EndpointSlice now) {
    if (of.serviceName().isEmpty()) {
      return;
    }
    ObjectKey key = new ObjectKey(Service.KIND, of.metadata().namespace(), of.serviceName());
    ImmutableSortedMap.Builder<String, EndpointSlice> changed = ImmutableSortedMap.naturalOrder();
    for (Map.Entry<String, EndpointSlice> entry : slicesOf(key).entrySet()) {
      if (!entry.getKey().equals(of.metadata().name())) {
        changed.put(entry);
      }
    }
    if (now != null) {
      changed.put(now.metadata().name(), now);
    }
    ImmutableSortedMap<String, EndpointSlice> left = changed.build();
    if (left.isEmpty()) {
      slices.remove(key);
    } else {
      slices.put(key, left);
    }
    replace(key, get(key).withEndpoints(SliceEndpoints.join(family, left.values())));
  }

  private ImmutableSortedMap<String, EndpointSlice> slicesOf(ObjectKey service) {
    ImmutableSortedMap<String, EndpointSlice> found = slices.get(service);
    return found == null ? ImmutableSortedMap.of() : found;
  }

  private void replace(ObjectKey key, ServiceSnapshot now) {
    ServiceSnapshot before = get(key);
    if (now.says(before)) {
      return;
    }
    if (now.isEmpty()) {
      services.remove(key);
    } else {
      services.put(key, now);
    }
    endpointCount.set(endpointCount.get() + now.endpointCount() - before.endpointCount());
    if (UdpServices.concerns(before) || UdpServices.concerns(now)) {
      udpServices.set(null);
    }
    trackHealthCheck(key, before, now);
    listeners.forEach(listener -> listener.accept(key));
  }

  private void trackHealthCheck(ObjectKey key, ServiceSnapshot before, ServiceSnapshot now) {
    if (now.healthCheckNodePort() != 0) {
      withHealthCheck.put(key, true);
    } else if (before.healthCheckNodePort() != 0) {
      withHealthCheck.remove(key);
    } else {
      return;
    }
    healthChecksVersion.set(healthChecksVersion.get() + 1);
  }

  /** A Service with its endpoints; without ports if there is none. */
  public ServiceSnapshot get(ObjectKey service) {
    ServiceSnapshot found = services.get(service);
    return found == null ? ServiceSnapshot.EMPTY : found;
  }

  /** Visits every Service. */
  public void forEach(BiConsumer<ObjectKey, ServiceSnapshot> visitor) {
    services.forEach(visitor);
  }

  /** The number of endpoints of all ports of all Services, those that cannot be used included. */
  public long endpointCount() {
    return endpointCount.get();
  }

  /** The Services with a health check node port. */
  public List<ObjectKey> withHealthCheck() {
    return withHealthCheck.keys();
  }

  /** Grows whenever a Service with a health check node port, or its endpoints, change. */
  public long healthChecksVersion() {
    return healthChecksVersion.get();
  }

  /** Which tracked UDP flows are to be forgotten now. */
  public StaleFlows staleFlows(UdpCleanup cleanup) {
    if (cleanup == UdpCleanup.NONE) {
      return StaleFlows.NONE;
    }
    UdpServices known = udpServices.get();
    if (known == null) {
      known = UdpServices.of(this);
      udpServices.set(known);
    }
    return known.stale(cleanup);
  }
}
