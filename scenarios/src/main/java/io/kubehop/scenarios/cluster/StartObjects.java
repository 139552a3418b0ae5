package io.kubehop.scenarios.cluster;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.util.ArrayList;
import java.util.List;

/** The objects that a cluster starts with: those that were given, and nodes in short form. */
final class StartObjects {
  private StartObjects() {}

  static List<LoadedObject> of(ClusterSpec spec, List<LoadedObject> objects) {
    List<LoadedObject> all = new ArrayList<>();
    spec.nodes().forEach(entry -> all.add(loaded(node(entry))));
    for (LoadedObject given : objects) {
      if (!(given.object() instanceof KubeProxyConfiguration)) {
        all.add(given);
      }
    }
    return all;
  }

  private static LoadedObject loaded(Node node) {
    return new LoadedObject(node, SourceMapping.of(ImmutableMap.<String, SourceNode>of()), "");
  }

  private static Node node(NodeEntry entry) {
    ObjectMeta meta = ObjectMeta.of("", entry.name()).toBuilder().labels(entry.labels()).build();
    List<String> podCIDRs = entry.podCIDRs().stream().map(Cidr::toString).toList();
    List<NodeAddress> addresses = new ArrayList<>();
    for (IpAddress address : entry.addresses()) {
      addresses.add(new NodeAddress("InternalIP", address.toString()));
    }
    return new Node(
        meta, new NodeSpec(podCIDRs, List.of(), false), new NodeStatus(addresses, List.of()));
  }
}
