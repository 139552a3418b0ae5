package io.kubehop.service.apiserver;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.apiserver.validation.NodeValidation;
import java.util.List;

/**
 * What the API server makes of a node. Addresses and pod CIDRs that another node has are refused, which a real API server would not
 * notice but no network could stand.
 */
final class NodeStrategy implements Strategy<Node> {
  private final ObjectStore store;

  NodeStrategy(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Node admit(Node given, AdmissionRequest<Node> request) {
    Node node = request.old().map(old -> carriedOver(given, old)).orElse(given);
    List<FieldError> errors = NodeValidation.validate(node, request.old());
    errors.forEach(request::refuse);
    if (errors.isEmpty()) {
      store.list(Node.class).stream()
          .filter(other -> !other.key().equals(node.key()))
          .forEach(other -> compare(node, other, request));
    }
    return node;
  }

  private static Node carriedOver(Node given, Node old) {
    NodeSpec spec = given.spec();
    List<String> cidrs = spec.podCIDRs().isEmpty() ? old.spec().podCIDRs() : spec.podCIDRs();
    NodeStatus status = given.status();
    return given
        .withSpec(new NodeSpec(cidrs, spec.taints(), spec.unschedulable()))
        .withStatus(
            new NodeStatus(
                status.addresses().isEmpty() ? old.status().addresses() : status.addresses(),
                status.conditions().isEmpty()
                    ? old.status().conditions()
                    : status.conditions()));
  }

  private static void compare(Node node, Node other, AdmissionRequest<Node> request) {
    List<String> cidrs = node.spec().podCIDRs();
    for (int i = 0; i < cidrs.size(); i++) {
      Cidr cidr = Cidr.parse(cidrs.get(i));
      for (String taken : other.spec().podCIDRs()) {
        if (cidr.overlaps(Cidr.parse(taken))) {
          request.refuse(
              FieldError.invalid(
                  "spec.podCIDRs[" + i + "]",
                  cidrs.get(i),
                  "overlaps with " + taken + " of " + other.key()));
        }
      }
    }
    for (String ip : node.status().internalIPs()) {
      if (other.status().internalIPs().contains(ip)) {
        request.refuse(
            FieldError.invalid("status.addresses", ip, "is already an address of " + other.key()));
      }
    }
  }
}
