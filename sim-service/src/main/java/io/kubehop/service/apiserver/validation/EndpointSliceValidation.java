package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** EndpointSlices (pkg/apis/discovery/validation). */
public final class EndpointSliceValidation {
  private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final int MAX_ENDPOINTS = 1000;
  private static final int MAX_ADDRESSES = 100;
  private static final int MAX_ZONE_HINTS = 8;

  private final Errors errors = new Errors();
  private final EndpointSlice slice;

  private EndpointSliceValidation(EndpointSlice slice) {
    this.slice = slice;
  }

  /** Returns what is wrong with a slice, by itself and over the one that it replaces. */
  public static List<FieldError> validate(EndpointSlice slice, Optional<EndpointSlice> old) {
    EndpointSliceValidation validation = new EndpointSliceValidation(slice);
    validation.run();
    old.filter(before -> !before.addressType().equals(slice.addressType()))
        .ifPresent(
            before ->
                validation.errors.invalid(
                    "addressType", slice.addressType(), "field is immutable"));
    return validation.errors.list();
  }

  private void run() {
    errors.addAll(MetaValidation.validate(slice));
    if (slice.addressType().isEmpty()) {
      errors.required("addressType");
    } else {
      errors.oneOf("addressType", slice.addressType(), TYPES);
    }
    if (slice.endpoints().size() > MAX_ENDPOINTS) {
      errors.add(FieldError.tooMany("endpoints", slice.endpoints().size(), MAX_ENDPOINTS));
      return;
    }
    for (int i = 0; i < slice.endpoints().size(); i++) {
      endpoint("endpoints[" + i + "]", slice.endpoints().get(i));
    }
    ports();
  }

  private void endpoint(String path, Endpoint endpoint) {
    List<String> addresses = endpoint.addresses();
    if (addresses.isEmpty()) {
      errors.required(path + ".addresses", "must contain at least 1 address");
    } else if (addresses.size() > MAX_ADDRESSES) {
      errors.add(FieldError.tooMany(path + ".addresses", addresses.size(), MAX_ADDRESSES));
    }
    for (int i = 0; i < addresses.size(); i++) {
      address(path + ".addresses[" + i + "]", addresses.get(i));
    }
    endpoint
        .hostname()
        .ifPresent(name -> errors.invalid(path + ".hostname", name, Formats.dns1123Label(name)));
    endpoint
        .nodeName()
        .ifPresent(
            name -> errors.invalid(path + ".nodeName", name, Formats.dns1123Subdomain(name)));
    endpoint.hints().ifPresent(hints -> zones(path + ".hints.forZones", hints.forZones()));
  }

  private void address(String path, String address) {
    if (slice.addressType().equals("FQDN")) {
      errors.invalid(path, address, Formats.dns1123Subdomain(address));
      return;
    }
    List<String> malformed = Formats.ip(address);
    errors.invalid(path, address, malformed);
    if (malformed.isEmpty()) {
      IpAddress ip = IpAddress.parse(address);
      family(path, address, ip.family());
      errors.invalid(path, address, SpecialAddresses.reasons(ip, address));
    }
  }

  private void family(String path, String address, IpFamily family) {
    String name = family == IpFamily.IPV4 ? "IPv4" : "IPv6";
    if (TYPES.contains(slice.addressType()) && !slice.addressType().equals(name)) {
      errors.invalid(path, address, "must be an " + slice.addressType() + " address");
    }
  }

  private void zones(String path, List<String> zones) {
    if (zones.size() > MAX_ZONE_HINTS) {
      errors.add(FieldError.tooMany(path, zones.size(), MAX_ZONE_HINTS));
    }
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < zones.size(); i++) {
      String at = path + "[" + i + "].name";
      if (!seen.add(zones.get(i))) {
        errors.add(FieldError.duplicate(at, zones.get(i)));
      }
      errors.invalid(at, zones.get(i), Formats.labelValue(zones.get(i)));
    }
  }

  private void ports() {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < slice.ports().size(); i++) {
      String path = "ports[" + i + "]";
      EndpointPort port = slice.ports().get(i);
      if (!port.name().isEmpty()) {
        errors.invalid(path + ".name", port.name(), Formats.dns1123Label(port.name()));
      }
      if (!names.add(port.name())) {
        errors.add(FieldError.duplicate(path + ".name", port.name()));
      }
      errors.oneOf(path + ".protocol", port.protocol(), PROTOCOLS);
      port.port()
          .ifPresent(number -> errors.invalid(path + ".port", number, Formats.portNumber(number)));
      port.appProtocol()
          .ifPresent(
              name -> errors.invalid(path + ".appProtocol", name, Formats.qualifiedName(name)));
    }
  }
}
