package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.api.IPBlock;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.NetworkPolicyEgressRule;
import io.kubehop.service.api.NetworkPolicyIngressRule;
import io.kubehop.service.api.NetworkPolicyPeer;
import io.kubehop.service.api.NetworkPolicyPort;
import io.kubehop.service.api.NetworkPolicySpec;
import java.util.List;

/** NetworkPolicies (pkg/apis/networking/validation, ValidateNetworkPolicySpec). */
public final class NetworkPolicyValidation {
  private static final List<String> TYPES = List.of("Egress", "Ingress");
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private final Errors errors = new Errors();

  private NetworkPolicyValidation() {}

  /** Returns what is wrong with a policy. */
  public static List<FieldError> validate(NetworkPolicy policy) {
    NetworkPolicyValidation validation = new NetworkPolicyValidation();
    validation.run(policy);
    return validation.errors.list();
  }

  private void run(NetworkPolicy policy) {
    errors.addAll(MetaValidation.validate(policy));
    NetworkPolicySpec spec = policy.spec();
    SelectorValidation.validate(errors, "spec.podSelector", spec.podSelector());
    for (int i = 0; i < spec.ingress().size(); i++) {
      NetworkPolicyIngressRule rule = spec.ingress().get(i);
      ports("spec.ingress[" + i + "].ports", rule.ports());
      peers("spec.ingress[" + i + "].from", rule.from());
    }
    for (int i = 0; i < spec.egress().size(); i++) {
      NetworkPolicyEgressRule rule = spec.egress().get(i);
      ports("spec.egress[" + i + "].ports", rule.ports());
      peers("spec.egress[" + i + "].to", rule.to());
    }
    if (spec.policyTypes().size() > TYPES.size()) {
      errors.invalid(
          "spec.policyTypes", spec.policyTypes(), "may not specify more than two policyTypes");
      return;
    }
    for (int i = 0; i < spec.policyTypes().size(); i++) {
      errors.oneOf("spec.policyTypes[" + i + "]", spec.policyTypes().get(i), TYPES);
    }
  }

  private void ports(String path, List<NetworkPolicyPort> ports) {
    for (int i = 0; i < ports.size(); i++) {
      port(path + "[" + i + "]", ports.get(i));
    }
  }

  private void port(String path, NetworkPolicyPort port) {
    errors.oneOf(path + ".protocol", port.protocol(), PROTOCOLS);
    IntOrString number = port.port().orElse(null);
    if (number != null && number.isInt()) {
      errors.invalid(path + ".port", number.intValue(), Formats.portNumber(number.intValue()));
    } else if (number != null) {
      errors.invalid(path + ".port", number.stringValue(), Formats.portName(number.stringValue()));
    }
    port.endPort().ifPresent(end -> endPort(path + ".endPort", end, port));
  }

  private void endPort(String path, int end, NetworkPolicyPort port) {
    if (port.port().isEmpty()) {
      errors.invalid(path, end, "may not be specified when `port` is not specified");
      return;
    }
    IntOrString first = port.port().get();
    if (!first.isInt()) {
      errors.invalid(path, end, "may not be specified when `port` is non-numeric");
    } else if (end < first.intValue()) {
      errors.invalid(path, end, "must be greater than or equal to `port`");
    } else {
      errors.invalid(path, end, Formats.portNumber(end));
    }
  }

  private void peers(String path, List<NetworkPolicyPeer> peers) {
    for (int i = 0; i < peers.size(); i++) {
      peer(path + "[" + i + "]", peers.get(i));
    }
  }

  private void peer(String path, NetworkPolicyPeer peer) {
    boolean selects = peer.podSelector().isPresent() || peer.namespaceSelector().isPresent();
    if (!selects && peer.ipBlock().isEmpty()) {
      errors.required(path, "must specify a peer");
    } else if (selects && peer.ipBlock().isPresent()) {
      errors.forbidden(path, "may not specify both ipBlock and another peer");
    }
    peer.podSelector()
        .ifPresent(s -> SelectorValidation.validate(errors, path + ".podSelector", s));
    peer.namespaceSelector()
        .ifPresent(s -> SelectorValidation.validate(errors, path + ".namespaceSelector", s));
    peer.ipBlock().ifPresent(block -> ipBlock(path + ".ipBlock", block));
  }

  private void ipBlock(String path, IPBlock block) {
    if (block.cidr().isEmpty()) {
      errors.required(path + ".cidr");
      return;
    }
    List<String> malformed = Formats.cidr(block.cidr());
    errors.invalid(path + ".cidr", block.cidr(), malformed);
    for (int i = 0; i < block.except().size(); i++) {
      String except = block.except().get(i);
      String at = path + ".except[" + i + "]";
      List<String> wrong = Formats.cidr(except);
      errors.invalid(at, except, wrong);
      if (malformed.isEmpty() && wrong.isEmpty() && !isStrictlyIn(except, block.cidr())) {
        errors.invalid(at, except, "must be a strict subset of `cidr`");
      }
    }
  }

  private static boolean isStrictlyIn(String part, String whole) {
    Cidr inner = Cidr.parse(part);
    Cidr outer = Cidr.parse(whole);
    return outer.contains(inner) && !outer.equals(inner);
  }
}
