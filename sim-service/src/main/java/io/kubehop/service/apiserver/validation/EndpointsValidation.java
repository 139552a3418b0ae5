package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.EndpointAddress;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSubset;
import io.kubehop.service.api.Endpoints;
import java.util.List;

/** Endpoints, the older form of EndpointSlices (pkg/apis/core/validation, ValidateEndpoints). */
public final class EndpointsValidation {
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private final Errors errors = new Errors();

  private EndpointsValidation() {}

  /** Returns what is wrong with Endpoints. */
  public static List<FieldError> validate(Endpoints endpoints) {
    EndpointsValidation validation = new EndpointsValidation();
    validation.errors.addAll(MetaValidation.validate(endpoints));
    for (int i = 0; i < endpoints.subsets().size(); i++) {
      validation.subset("subsets[" + i + "]", endpoints.subsets().get(i));
    }
    return validation.errors.list();
  }

  private void subset(String path, EndpointSubset subset) {
    if (subset.addresses().isEmpty() && subset.notReadyAddresses().isEmpty()) {
      errors.required(path, "must specify `addresses` or `notReadyAddresses`");
    }
    addresses(path + ".addresses", subset.addresses());
    addresses(path + ".notReadyAddresses", subset.notReadyAddresses());
    for (int i = 0; i < subset.ports().size(); i++) {
      port(path + ".ports[" + i + "]", subset.ports().get(i), subset.ports().size() > 1);
    }
  }

  private void addresses(String path, List<EndpointAddress> addresses) {
    for (int i = 0; i < addresses.size(); i++) {
      EndpointAddress address = addresses.get(i);
      String at = path + "[" + i + "]";
      List<String> malformed = Formats.ip(address.ip());
      errors.invalid(at + ".ip", address.ip(), malformed);
      if (malformed.isEmpty()) {
        errors.invalid(
            at + ".ip",
            address.ip(),
            SpecialAddresses.reasons(IpAddress.parse(address.ip()), address.ip()));
      }
      if (!address.hostname().isEmpty()) {
        errors.invalid(
            at + ".hostname", address.hostname(), Formats.dns1123Label(address.hostname()));
      }
    }
  }

  private void port(String path, EndpointPort port, boolean needsName) {
    if (!port.name().isEmpty()) {
      errors.invalid(path + ".name", port.name(), Formats.dns1123Label(port.name()));
    } else if (needsName) {
      errors.required(path + ".name");
    }
    int number = port.port().orElse(0);
    errors.invalid(path + ".port", number, Formats.portNumber(number));
    errors.oneOf(path + ".protocol", port.protocol(), PROTOCOLS);
  }
}
