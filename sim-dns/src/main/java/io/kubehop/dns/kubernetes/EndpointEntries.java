package io.kubehop.dns.kubernetes;

import io.kubehop.dns.message.DomainName;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;

/** The ready endpoints of a Service, by name and port. */
final class EndpointEntries {
  private final Exposure exposure;
  private final boolean usesPodNames;

  EndpointEntries(Exposure exposure, KubernetesOptions options) {
    this.exposure = exposure;
    this.usesPodNames = options.usesPodNames();
  }

  String nameOf(Endpoint endpoint, String address) {
    return EndpointNames.of(endpoint, address, usesPodNames);
  }

  /**
   * One entry for each address and port that a request means.
   *
   * @param serviceKey the full name of the Service, below which endpoints have theirs
   */
  List<Entry> of(RecordRequest request, Service service, DomainName serviceKey) {
    List<Entry> entries = new ArrayList<>();
    for (EndpointSlice slice : exposure.slicesOf(service)) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.conditions().isReady()) {
          add(entries, request, slice, endpoint, serviceKey);
        }
      }
    }
    return entries;
  }

  private void add(
      List<Entry> entries,
      RecordRequest request,
      EndpointSlice slice,
      Endpoint endpoint,
      DomainName serviceKey) {
    for (String address : endpoint.addresses()) {
      String name = nameOf(endpoint, address);
      DomainName key = serviceKey.child(name);
      boolean isMeant = request.endpoint().isEmpty() || request.endpoint().equalsIgnoreCase(name);
      if (isMeant && key != null) {
        for (NamedPort port : NamedPort.of(slice)) {
          if (port.isMeant(request.port(), request.protocol())) {
            entries.add(new Entry(key, address, port.number()));
          }
        }
      }
    }
  }
}
