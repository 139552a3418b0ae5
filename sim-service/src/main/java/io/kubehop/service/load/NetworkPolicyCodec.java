package io.kubehop.service.load;

import io.kubehop.service.api.IPBlock;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.NetworkPolicyEgressRule;
import io.kubehop.service.api.NetworkPolicyIngressRule;
import io.kubehop.service.api.NetworkPolicyPeer;
import io.kubehop.service.api.NetworkPolicyPort;
import io.kubehop.service.api.NetworkPolicySpec;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Optional;

/** Reads and writes NetworkPolicies. */
final class NetworkPolicyCodec {
  private NetworkPolicyCodec() {}

  static NetworkPolicy decode(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    return new NetworkPolicy(
        meta,
        new NetworkPolicySpec(
            MetadataCodec.selector(spec.object("podSelector")),
            spec.texts("policyTypes"),
            spec.objects("ingress").stream()
                .map(rule -> new NetworkPolicyIngressRule(peers(rule, "from"), ports(rule)))
                .toList(),
            spec.objects("egress").stream()
                .map(rule -> new NetworkPolicyEgressRule(peers(rule, "to"), ports(rule)))
                .toList()));
  }

  private static List<NetworkPolicyPeer> peers(Fields fields, String name) {
    return fields.objects(name).stream()
        .map(
            peer ->
                new NetworkPolicyPeer(
                    peer.optionalObject("podSelector").map(MetadataCodec::selector),
                    peer.optionalObject("namespaceSelector").map(MetadataCodec::selector),
                    peer.optionalObject("ipBlock").map(NetworkPolicyCodec::ipBlock)))
        .toList();
  }

  private static IPBlock ipBlock(Fields fields) {
    return new IPBlock(fields.text("cidr", ""), fields.texts("except"));
  }

  private static List<NetworkPolicyPort> ports(Fields fields) {
    return fields.objects("ports").stream()
        .map(
            port ->
                new NetworkPolicyPort(
                    port.text("protocol", "TCP"),
                    PortCodec.optional(port, "port"),
                    port.optionalInteger("endPort")))
        .toList();
  }

  static void encode(NetworkPolicy policy, TreeBuilder tree) {
    NetworkPolicySpec spec = policy.spec();
    tree.object(
        "spec",
        new TreeBuilder()
            .optionalObject(
                "podSelector", Optional.of(spec.podSelector()), MetadataCodec::encodeSelector)
            .texts("policyTypes", spec.policyTypes())
            .list("ingress", spec.ingress(), rule -> encodeRule("from", rule.from(), rule.ports()))
            .list("egress", spec.egress(), rule -> encodeRule("to", rule.to(), rule.ports())));
  }

  private static TreeBuilder encodeRule(
      String side, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    return new TreeBuilder()
        .list(side, peers, NetworkPolicyCodec::encodePeer)
        .list("ports", ports, NetworkPolicyCodec::encodePort);
  }

  private static TreeBuilder encodePeer(NetworkPolicyPeer peer) {
    return new TreeBuilder()
        .optionalObject("podSelector", peer.podSelector(), MetadataCodec::encodeSelector)
        .optionalObject(
            "namespaceSelector", peer.namespaceSelector(), MetadataCodec::encodeSelector)
        .optionalObject(
            "ipBlock",
            peer.ipBlock(),
            block -> new TreeBuilder().text("cidr", block.cidr()).texts("except", block.except()));
  }

  private static TreeBuilder encodePort(NetworkPolicyPort port) {
    return new TreeBuilder()
        .text("protocol", port.protocol())
        .optional("port", port.port())
        .optional("endPort", port.endPort());
  }
}
