package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.ReverseName;
import io.kubehop.dns.message.DomainName;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names of the cluster to what they stand for, by the DNS specification of Kubernetes and as
 * CoreDNS reads it (plugin/kubernetes/kubernetes.go). Where a list is absent, the name does not
 * exist; where it is empty, the name has no data.
 */
final class ClusterRecords {
  private final Exposure exposure;
  private final KubernetesOptions options;
  private final EndpointEntries endpoints;
  private final boolean knowsExternalNames;

  ClusterRecords(Exposure exposure, KubernetesOptions options, boolean knowsExternalNames) {
    this.exposure = exposure;
    this.options = options;
    this.endpoints = new EndpointEntries(exposure, options);
    this.knowsExternalNames = knowsExternalNames;
  }

  Optional<List<Entry>> find(DomainName name, DomainName zone) {
    RecordRequest request = RecordRequest.parse(name, zone);
    if (request == null) {
      return Optional.empty();
    } else if (request.isAboveNamespaces()) {
      return Optional.of(List.of());
    } else if (ReverseName.isReverse(name) || !exposure.exposesNamespace(request.namespace())) {
      return Optional.empty();
    }
    return request.isPod() ? findPods(request, zone) : findService(request, zone);
  }

  private Optional<List<Entry>> findPods(RecordRequest request, DomainName zone) {
    if (options.pods() == KubernetesOptions.PodMode.DISABLED) {
      return Optional.empty();
    } else if (request.service().isEmpty()) {
      return Optional.of(List.of());
    }
    String label = request.service();
    boolean isV4 = label.chars().filter(c -> c == '-').count() == 3 && !label.contains("--");
    String address = label.replace('-', isV4 ? '.' : ':');
    boolean exists =
        options.pods() == KubernetesOptions.PodMode.INSECURE
            ? IpAddress.isAddress(address)
            : isPod(address, request.namespace());
    DomainName key = zone.child(label + "." + request.namespace() + "." + RecordRequest.POD);
    return exists && key != null
        ? Optional.of(List.of(new Entry(key, address, 0)))
        : Optional.empty();
  }

  private boolean isPod(String address, String namespace) {
    for (Pod pod : exposure.podsWithIp(address)) {
      if (pod.metadata().namespace().equals(namespace)) {
        return true;
      }
    }
    return false;
  }

  private Optional<List<Entry>> findService(RecordRequest request, DomainName zone) {
    if (request.service().isEmpty()) {
      return Optional.of(List.of());
    }
    Service service = exposure.service(request.namespace(), request.service());
    if (service == null || isHidden(service)) {
      return Optional.empty();
    }
    DomainName key =
        zone.child(request.service() + "." + request.namespace() + "." + RecordRequest.SERVICE);
    if (key == null) {
      return Optional.empty();
    } else if (service.spec().isExternalName()) {
      return externalName(request, service, key);
    }
    List<Entry> entries =
        ServiceFields.isHeadless(service) || !request.endpoint().isEmpty()
            ? endpoints.of(request, service, key)
            : clusterIps(request, service, key);
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }

  private boolean isHidden(Service service) {
    boolean mayBeEmpty = service.spec().isExternalName() || ServiceFields.isHeadless(service);
    return options.hidesEmptyServices() && !mayBeEmpty && !hasReadyEndpoint(service);
  }

  private boolean hasReadyEndpoint(Service service) {
    return exposure.slicesOf(service).stream()
        .flatMap(slice -> slice.endpoints().stream())
        .anyMatch(e -> e.conditions().isReady() && !e.addresses().isEmpty());
  }

  /** An address is no name, and nothing is below the name of such a Service. */
  private Optional<List<Entry>> externalName(
      RecordRequest request, Service service, DomainName key) {
    String target = service.spec().externalName();
    boolean exists =
        knowsExternalNames && !request.goesBelowService() && !IpAddress.isAddress(target);
    return exists ? Optional.of(List.of(new Entry(key, target, 0))) : Optional.empty();
  }

  private List<Entry> clusterIps(RecordRequest request, Service service, DomainName key) {
    List<Entry> entries = new ArrayList<>();
    for (NamedPort port : ServiceFields.ports(service)) {
      if (port.isMeant(request.port(), request.protocol())) {
        for (String address : ServiceFields.clusterIps(service)) {
          entries.add(new Entry(key, address, port.number()));
        }
      }
    }
    return entries;
  }

  /** The names of an address: that of the Service with this cluster IP, else those of endpoints. */
  List<DomainName> reverse(IpAddress address) {
    String text = address.toString();
    for (Service service : exposure.servicesWithClusterIp(text)) {
      if (exposure.exposesReverse(service)) {
        return List.of(serviceName("", service.metadata().namespace(), service.metadata().name()));
      }
    }
    List<DomainName> names = new ArrayList<>();
    for (EndpointSlice slice : exposure.slicesWithAddress(text)) {
      if (exposure.exposesReverse(slice)) {
        for (Endpoint endpoint : slice.endpoints()) {
          addReverse(names, slice, endpoint, text);
        }
      }
    }
    return names;
  }

  private void addReverse(
      List<DomainName> names, EndpointSlice slice, Endpoint endpoint, String address) {
    if (endpoint.conditions().isReady() && endpoint.addresses().contains(address)) {
      String prefix = endpoints.nameOf(endpoint, address) + ".";
      DomainName name = serviceName(prefix, slice.metadata().namespace(), slice.serviceName());
      if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  private DomainName serviceName(String prefix, String namespace, String service) {
    String labels = prefix + service + "." + namespace + "." + RecordRequest.SERVICE;
    @Nullable DomainName name = options.primaryZone().child(labels);
    return name == null ? options.primaryZone() : name;
  }
}
