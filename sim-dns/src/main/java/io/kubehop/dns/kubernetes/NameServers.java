package io.kubehop.dns.kubernetes;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The names and addresses under which the cluster knows the server itself: those of the Services of
 * which it is an endpoint, else {@code ns.dns} with its own addresses (plugin/kubernetes/ns.go).
 */
final class NameServers {
  private final Host host;
  private final Exposure exposure;
  private final KubernetesOptions options;

  NameServers(Host host, Exposure exposure, KubernetesOptions options) {
    this.host = host;
    this.exposure = exposure;
    this.options = options;
  }

  /** Inside of the cluster, by cluster IP. */
  List<Entry> inside(DomainName zone) {
    return find(zone, "." + RecordRequest.SERVICE, true, ServiceFields::clusterIps);
  }

  /** Outside, by external address. */
  List<Entry> outside(DomainName zone, boolean headless) {
    return find(zone, "", headless, ServiceFields::externalIps);
  }

  private List<Entry> find(
      DomainName zone, String suffix, boolean headless, Function<Service, List<String>> addresses) {
    List<Entry> servers = new ArrayList<>();
    boolean isEndpoint = false;
    for (IpAddress own : ownAddresses()) {
      for (EndpointSlice slice : exposure.slicesWithAddress(own.toString())) {
        isEndpoint = true;
        String namespace = slice.metadata().namespace();
        Service service = exposure.service(namespace, slice.serviceName());
        DomainName name = zone.child(slice.serviceName() + "." + namespace + suffix);
        if (service == null || name == null) {
          continue;
        } else if (headless && ServiceFields.isHeadless(service)) {
          addEndpoints(servers, slice, name);
        } else {
          addresses.apply(service).forEach(address -> add(servers, name, address));
        }
      }
    }
    return isEndpoint ? servers : byOwnAddress(zone);
  }

  private List<Entry> byOwnAddress(DomainName zone) {
    List<Entry> servers = new ArrayList<>();
    DomainName name = zone.child("ns.dns");
    for (IpAddress own : ownAddresses()) {
      add(servers, name == null ? zone : name, own.toString());
    }
    return servers;
  }

  private void addEndpoints(List<Entry> servers, EndpointSlice slice, DomainName service) {
    for (Endpoint endpoint : slice.endpoints()) {
      if (endpoint.conditions().isReady()) {
        for (String address : endpoint.addresses()) {
          DomainName name =
              service.child(EndpointNames.of(endpoint, address, options.usesPodNames()));
          add(servers, name == null ? service : name, address);
        }
      }
    }
  }

  private static void add(List<Entry> servers, DomainName name, String address) {
    if (IpAddress.isAddress(address)) {
      servers.add(new Entry(name, address, 0));
    }
  }

  private List<IpAddress> ownAddresses() {
    List<IpAddress> addresses = new ArrayList<>();
    for (NetworkInterface device : host.interfaces()) {
      device.addresses().stream().filter(a -> !a.isLoopback()).forEach(addresses::add);
    }
    return addresses;
  }
}
