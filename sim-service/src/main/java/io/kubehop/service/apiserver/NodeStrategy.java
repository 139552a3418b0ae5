package io.kubehop.service.apiserver;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.apiserver.validation.NodeValidation;
import java.util.List;

/**
 * What the API server makes of a node. Addresses and pod CIDRs that another node has are refused,
 * which a real API server would not notice but no network could stand.
 */
final class NodeStrategy implements Strategy<Node> {
  private final JournaledMap<ObjectKey, List<Cidr>> podCIDRs;
  private final Index<Node, String> byAddress;

  NodeStrategy(Journal journal, ObjectStore store) {
    podCIDRs = new JournaledMap<>(journal);
    byAddress = store.index(Node.class, node -> node.status().internalIPs());
  }

  @Override
  public Node admit(Node given, AdmissionRequest<Node> request) {
    Node node = request.old().map(old -> carriedOver(given, old)).orElse(given);
    List<FieldError> errors = NodeValidation.validate(node, request.old());
    errors.forEach(request::refuse);
    if (errors.isEmpty()) {
      compareAddresses(node, request);
      comparePodCIDRs(node, request);
      podCIDRs.put(node.key(), node.spec().podCIDRs().stream().map(Cidr::parse).toList());
    }
    return node;
  }

  @Override
  public void release(Node node) {
    podCIDRs.remove(node.key());
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
                status.conditions().isEmpty() ? old.status().conditions() : status.conditions()));
  }

  private void compareAddresses(Node node, AdmissionRequest<Node> request) {
    for (String ip : node.status().internalIPs()) {
      byAddress.get(ip).stream()
          .filter(other -> !other.key().equals(node.key()))
          .map(other -> "is already an address of " + other.key())
          .forEach(why -> request.refuse(FieldError.invalid("status.addresses", ip, why)));
    }
  }

  private void comparePodCIDRs(Node node, AdmissionRequest<Node> request) {
    for (int i = 0; i < node.spec().podCIDRs().size(); i++) {
      String path = "spec.podCIDRs[" + i + "]";
      Cidr cidr = Cidr.parse(node.spec().podCIDRs().get(i));
      podCIDRs.forEach(
          (key, taken) -> {
            if (!key.equals(node.key()) && taken.stream().anyMatch(cidr::overlaps)) {
              String why = "overlaps with " + taken + " of " + key;
              request.refuse(FieldError.invalid(path, cidr.toString(), why));
            }
          });
    }
  }
}
