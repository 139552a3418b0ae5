package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.Taint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nodes (pkg/apis/core/validation, ValidateNode). */
public final class NodeValidation {
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
  private static final String POD_CIDRS = "spec.podCIDRs";

  private final Errors errors = new Errors();
  private final Node node;

  private NodeValidation(Node node) {
    this.node = node;
  }

  /** Returns what is wrong with a node, by itself and over the one that it replaces. */
  public static List<FieldError> validate(Node node, Optional<Node> old) {
    NodeValidation validation = new NodeValidation(node);
    validation.errors.addAll(MetaValidation.validate(node));
    validation.podCIDRs();
    validation.taints();
    validation.addresses();
    old.filter(before -> !before.spec().podCIDRs().isEmpty())
        .filter(before -> !before.spec().podCIDRs().equals(node.spec().podCIDRs()))
        .ifPresent(
            before ->
                validation.errors.forbidden(
                    POD_CIDRS, "node updates may not change podCIDR except from \"\" to valid"));
    return validation.errors.list();
  }

  private void podCIDRs() {
    List<String> cidrs = node.spec().podCIDRs();
    boolean wellFormed = true;
    for (int i = 0; i < cidrs.size(); i++) {
      List<String> malformed = Formats.cidr(cidrs.get(i));
      errors.invalid(POD_CIDRS + "[" + i + "]", cidrs.get(i), malformed);
      wellFormed &= malformed.isEmpty();
    }
    if (wellFormed) {
      long families = cidrs.stream().map(cidr -> Cidr.parse(cidr).family()).distinct().count();
      if (families != cidrs.size()) {
        errors.invalid(POD_CIDRS, cidrs, "may specify no more than one CIDR for each IP family");
      }
    }
  }

  private void taints() {
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < node.spec().taints().size(); i++) {
      String path = "metadata.taints[" + i + "]";
      Taint taint = node.spec().taints().get(i);
      errors.invalid(path + ".key", taint.key(), Formats.qualifiedName(taint.key()));
      errors.invalid(path + ".value", taint.value(), Formats.labelValue(taint.value()));
      if (taint.effect().isEmpty()) {
        errors.required(path + ".effect");
      } else {
        errors.oneOf(path + ".effect", taint.effect(), EFFECTS);
      }
      if (!seen.add(taint.key() + ":" + taint.effect())) {
        errors.add(FieldError.duplicate(path, taint.key() + ":" + taint.effect()));
      }
    }
  }

  private void addresses() {
    List<NodeAddress> addresses = node.status().addresses();
    for (int i = 0; i < addresses.size(); i++) {
      NodeAddress address = addresses.get(i);
      if (address.type().equals("InternalIP") || address.type().equals("ExternalIP")) {
        errors.invalid(
            "status.addresses[" + i + "].address",
            address.address(),
            Formats.ip(address.address()));
      }
    }
  }
}
