package io.kubehop.dns.kubernetes;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.chain.ReverseName;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of the kind {@code service.namespace.zone} to addresses outside
 * (plugin/kubernetes/external.go).
 */
final class ExternalRecords {
  private final Exposure exposure;
  private final EndpointEntries endpoints;
  private final DomainName firstZone;

  ExternalRecords(Exposure exposure, KubernetesOptions options, DomainName firstZone) {
    this.exposure = exposure;
    this.endpoints = new EndpointEntries(exposure, options);
    this.firstZone = firstZone;
  }

  /**
   * What a name stands for.
   *
   * @param exists whether there is such a name
   * @param entries what it stands for
   */
  record Found(boolean exists, List<Entry> entries) {
    private static final Found NO_NAME = new Found(false, List.of());
    private static final Found NO_DATA = new Found(true, List.of());
  }

  Found find(DomainName name, RecordType type, DomainName zone, boolean headless) {
    boolean isPointer = type.equals(RecordType.PTR);
    IpAddress address = isPointer ? ReverseName.address(name) : null;
    if (address != null) {
      List<Entry> services = reverse(address);
      return services.isEmpty() ? Found.NO_NAME : new Found(true, services);
    }
    List<String> labels = name.lower().labelsAbove(zone);
    int count = labels.size();
    if (count > 4 || !exposure.exposesNamespace(labels.get(count - 1))) {
      return Found.NO_NAME;
    } else if (count == 1) {
      return Found.NO_DATA;
    }
    RecordRequest request =
        new RecordRequest(
            RecordRequest.SERVICE,
            labels.get(count - 1),
            labels.get(count - 2),
            count == 3 ? RecordRequest.withoutUnderscore(labels.get(0)) : "",
            count == 4 ? RecordRequest.withoutUnderscore(labels.get(0)) : "",
            count == 4 ? RecordRequest.withoutUnderscore(labels.get(1)) : "");
    List<Entry> entries = entries(request, zone, headless);
    if (entries.isEmpty()) {
      return Found.NO_NAME;
    }
    return isPointer ? Found.NO_DATA : new Found(true, entries);
  }

  private List<Entry> entries(RecordRequest request, DomainName zone, boolean headless) {
    Service service = exposure.service(request.namespace(), request.service());
    DomainName key = zone.child(request.service() + "." + request.namespace());
    if (service == null || key == null) {
      return List.of();
    }
    List<String> addresses = ServiceFields.externalIps(service);
    boolean byEndpoint = ServiceFields.isHeadless(service) || !request.endpoint().isEmpty();
    if (headless && addresses.isEmpty() && byEndpoint) {
      return endpoints.of(request, service, key);
    }
    List<Entry> entries = new ArrayList<>();
    for (String address : addresses) {
      for (NamedPort port : ServiceFields.ports(service)) {
        if (port.isMeant(request.port(), request.protocol())) {
          entries.add(new Entry(key, address, port.number()));
        }
      }
    }
    return entries;
  }

  private List<Entry> reverse(IpAddress address) {
    List<Entry> entries = new ArrayList<>();
    for (Service service : exposure.servicesWithExternalIp(address.toString())) {
      String labels = service.metadata().name() + "." + service.metadata().namespace();
      DomainName name = firstZone.child(labels);
      if (name != null && exposure.exposesReverse(service)) {
        entries.add(new Entry(name, address.toString(), 0));
      }
    }
    return entries;
  }
}
