package io.kubehop.service.load;

import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Taint;
import io.kubehop.service.source.Fields;
import java.util.List;

/** Reads and writes Nodes. */
final class NodeCodec {
  private NodeCodec() {}

  static Node decode(ObjectMeta meta, Fields fields) {
    return new Node(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  static void encode(Node node, TreeBuilder tree) {
    List<String> podCIDRs = node.spec().podCIDRs();
    tree.object(
            "spec",
            new TreeBuilder()
                .text("podCIDR", podCIDRs.isEmpty() ? "" : podCIDRs.get(0))
                .texts("podCIDRs", podCIDRs)
                .list("taints", node.spec().taints(), NodeCodec::encodeTaint)
                .ifTrue("unschedulable", node.spec().unschedulable()))
        .object(
            "status",
            new TreeBuilder()
                .list("addresses", node.status().addresses(), NodeCodec::encodeAddress)
                .list("conditions", node.status().conditions(), MetadataCodec::encodeCondition));
  }

  private static NodeSpec spec(Fields fields) {
    List<String> podCIDRs = fields.texts("podCIDRs");
    return new NodeSpec(
        podCIDRs.isEmpty() ? fields.optionalText("podCIDR").stream().toList() : podCIDRs,
        fields.objects("taints").stream().map(NodeCodec::taint).toList(),
        fields.flag("unschedulable", false));
  }

  private static Taint taint(Fields fields) {
    return new Taint(fields.text("key", ""), fields.text("value", ""), fields.text("effect", ""));
  }

  private static TreeBuilder encodeTaint(Taint taint) {
    return new TreeBuilder()
        .text("key", taint.key())
        .text("value", taint.value())
        .text("effect", taint.effect());
  }

  private static NodeStatus status(Fields fields) {
    return new NodeStatus(
        fields.objects("addresses").stream()
            .map(address -> new NodeAddress(address.text("type", ""), address.text("address", "")))
            .toList(),
        MetadataCodec.conditions(fields));
  }

  private static TreeBuilder encodeAddress(NodeAddress address) {
    return new TreeBuilder().text("type", address.type()).text("address", address.address());
  }
}
