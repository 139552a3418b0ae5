package io.kubehop.service.apiserver;

import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.NetworkPolicySpec;
import io.kubehop.service.apiserver.validation.NetworkPolicyValidation;
import java.util.List;

/**
 * Fills in which directions a policy isolates: what comes in, and what goes out if it says anything
 * of that (SetDefaults_NetworkPolicy).
 */
final class NetworkPolicyStrategy implements Strategy<NetworkPolicy> {

  @Override
  public NetworkPolicy admit(NetworkPolicy given, AdmissionRequest<NetworkPolicy> request) {
    NetworkPolicyValidation.validate(given).forEach(request::refuse);
    NetworkPolicySpec spec = given.spec();
    if (!spec.policyTypes().isEmpty()) {
      return given;
    }
    List<String> types =
        spec.egress().isEmpty() ? List.of("Ingress") : List.of("Ingress", "Egress");
    return given.withSpec(
        new NetworkPolicySpec(spec.podSelector(), types, spec.ingress(), spec.egress()));
  }
}
