package io.kubehop.scenarios.file;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.SourceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks what an API server would accept, but no cluster can have: two nodes or two Pods with one
 * address, nodes whose Pods are in one network.
 */
final class StartChecks {
  private final Scenario scenario;
  private final SourceNode root;
  private final Problems problems;

  private StartChecks(Scenario scenario, SourceNode root, Problems problems) {
    this.scenario = scenario;
    this.root = root;
    this.problems = problems;
  }

  static void check(Scenario scenario, SourceNode root, Problems problems) {
    StartChecks checks = new StartChecks(scenario, root, problems);
    checks.nodeNames();
    checks.nodeAddresses();
    checks.podNetworks();
    checks.serviceNetworks();
    checks.podAddresses();
  }

  private void nodeNames() {
    Map<String, String> places = new LinkedHashMap<>();
    for (LoadedObject loaded : scenario.objects()) {
      if (loaded.object() instanceof Node node) {
        places.put(node.metadata().name(), "the Node object at " + loaded.position());
      }
    }
    forEachNode(
        (node, path) -> {
          String earlier = places.putIfAbsent(node.name(), path);
          if (earlier != null) {
            problem(path + ".name", "node " + node.name() + " is given twice; see " + earlier);
          }
        });
  }

  private void nodeAddresses() {
    Map<Object, String> places = new LinkedHashMap<>();
    forEachNode(
        (node, path) -> {
          for (int i = 0; i < node.addresses().size(); i++) {
            String place = path + ".addresses[" + i + "]";
            String earlier = places.putIfAbsent(node.addresses().get(i), place);
            if (earlier != null) {
              problem(place, node.addresses().get(i) + " is the address of " + earlier + " too");
            }
          }
        });
  }

  private record Network(Cidr cidr, String path) {}

  private void podNetworks() {
    List<Network> networks = new ArrayList<>();
    forEachNode(
        (node, path) -> {
          for (int i = 0; i < node.podCIDRs().size(); i++) {
            Network network = new Network(node.podCIDRs().get(i), path + ".podCIDRs[" + i + "]");
            overlap(network.cidr(), networks).ifPresent(other -> clash(network, other));
            networks.add(network);
          }
        });
  }

  private void serviceNetworks() {
    List<Network> pods = new ArrayList<>();
    for (Cidr cidr : scenario.cluster().config().podCIDRs()) {
      pods.add(new Network(cidr, "cluster.podCIDRs[" + pods.size() + "]"));
    }
    List<Cidr> services = scenario.cluster().config().serviceCIDRs();
    for (int i = 0; i < services.size(); i++) {
      Network network = new Network(services.get(i), "cluster.serviceCIDRs[" + i + "]");
      overlap(network.cidr(), pods).ifPresent(other -> clash(network, other));
    }
  }

  private static Optional<Network> overlap(Cidr cidr, List<Network> others) {
    return others.stream().filter(other -> other.cidr().overlaps(cidr)).findFirst();
  }

  private void clash(Network network, Network other) {
    problem(
        network.path(), network.cidr() + " overlaps with " + other.cidr() + " of " + other.path());
  }

  private void podAddresses() {
    Map<String, LoadedObject> owners = new LinkedHashMap<>();
    for (LoadedObject loaded : scenario.objects()) {
      if (loaded.object() instanceof Pod pod
          && !pod.spec().hostNetwork()
          && !pod.status().isTerminal()) {
        pod.status().podIPs().forEach(ip -> claim(ip, loaded, owners));
      }
    }
  }

  private void claim(String ip, LoadedObject pod, Map<String, LoadedObject> owners) {
    @Nullable LoadedObject earlier = owners.putIfAbsent(ip, pod);
    if (earlier != null) {
      problems.add(
          pod.problem(
              "status.podIP",
              ip
                  + " is the address of "
                  + earlier.object().key()
                  + " too, at "
                  + earlier.position()));
    }
  }

  private interface NodeCheck {
    void check(NodeEntry node, String path);
  }

  private void forEachNode(NodeCheck check) {
    List<NodeEntry> nodes = scenario.cluster().nodes();
    for (int i = 0; i < nodes.size(); i++) {
      check.check(nodes.get(i), "cluster.nodes[" + i + "]");
    }
  }

  private void problem(String path, String message) {
    problems.add(FieldPath.position(root, path), path, message);
  }
}
