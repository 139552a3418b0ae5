package io.kubehop.service.policy;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.NetworkPolicy;
import io.kubehop.service.api.NetworkPolicyPeer;
import io.kubehop.service.api.NetworkPolicyPort;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Works out what each Pod may take and make. Pods on the host network are neither subject to
 * policies nor selected as peers: their addresses are those of their nodes.
 */
final class PolicyCompiler {
  private static final String INGRESS = "Ingress";
  private static final String EGRESS = "Egress";

  private final ApiServer apiServer;
  private final List<Pod> pods;
  private final List<NetworkPolicy> policies;

  private PolicyCompiler(ApiServer apiServer) {
    this.apiServer = apiServer;
    this.policies = apiServer.list(NetworkPolicy.class);
    this.pods =
        apiServer.list(Pod.class).stream()
            .filter(pod -> !pod.spec().hostNetwork() && !pod.status().isTerminal())
            .toList();
  }

  /** The Pods by their addresses; none if there are no policies. */
  static Map<IpAddress, GuardedPod> compile(ApiServer apiServer) {
    Map<IpAddress, GuardedPod> guarded = new TreeMap<>();
    PolicyCompiler compiler = new PolicyCompiler(apiServer);
    if (!compiler.policies.isEmpty()) {
      for (Pod pod : compiler.pods) {
        GuardedPod guard = compiler.guard(pod);
        addresses(pod).forEach(address -> guarded.put(address, guard));
      }
    }
    return guarded;
  }

  private static Set<IpAddress> addresses(Pod pod) {
    Set<IpAddress> addresses = new TreeSet<>();
    pod.status().podIPs().forEach(ip -> addresses.add(IpAddress.parse(ip)));
    return addresses;
  }

  private GuardedPod guard(Pod pod) {
    return GuardedPod.of(pod, isolation(pod, INGRESS), isolation(pod, EGRESS));
  }

  private Optional<Isolation> isolation(Pod pod, String direction) {
    List<String> names = new ArrayList<>();
    List<Allowance> allowances = new ArrayList<>();
    for (NetworkPolicy policy : policies) {
      if (applies(policy, pod) && policy.spec().policyTypes().contains(direction)) {
        names.add(policy.key().namespacedName());
        allowances.addAll(allowances(policy, direction));
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Isolation(names, allowances));
  }

  private static boolean applies(NetworkPolicy policy, Pod pod) {
    return policy.metadata().namespace().equals(pod.metadata().namespace())
        && policy.spec().podSelector().matches(pod.metadata().labels());
  }

  private List<Allowance> allowances(NetworkPolicy policy, String direction) {
    return direction.equals(INGRESS)
        ? policy.spec().ingress().stream()
            .map(rule -> allowance(policy, rule.from(), rule.ports()))
            .toList()
        : policy.spec().egress().stream()
            .map(rule -> allowance(policy, rule.to(), rule.ports()))
            .toList();
  }

  private Allowance allowance(
      NetworkPolicy policy, List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    return new Allowance(peers(policy, peers), ports.stream().map(AllowedPort::of).toList());
  }

  private Peers peers(NetworkPolicy policy, List<NetworkPolicyPeer> given) {
    if (given.isEmpty()) {
      return Peers.EVERYBODY;
    }
    Set<IpAddress> selected = new TreeSet<>();
    List<AddressBlock> blocks = new ArrayList<>();
    for (NetworkPolicyPeer peer : given) {
      peer.ipBlock()
          .ifPresentOrElse(
              block -> blocks.add(AddressBlock.of(block)), () -> select(policy, peer, selected));
    }
    return new Peers(false, selected, blocks);
  }

  private void select(NetworkPolicy policy, NetworkPolicyPeer peer, Set<IpAddress> selected) {
    LabelSelector podSelector = peer.podSelector().orElse(LabelSelector.EVERYTHING);
    for (Pod pod : pods) {
      if (isInNamespace(policy, peer, pod) && podSelector.matches(pod.metadata().labels())) {
        selected.addAll(addresses(pod));
      }
    }
  }

  private boolean isInNamespace(NetworkPolicy policy, NetworkPolicyPeer peer, Pod pod) {
    String namespace = pod.metadata().namespace();
    return peer.namespaceSelector()
        .map(
            selector ->
                apiServer
                    .find(Namespace.class, ObjectKey.ofCluster(Namespace.KIND, namespace))
                    .filter(found -> selector.matches(found.metadata().labels()))
                    .isPresent())
        .orElseGet(() -> namespace.equals(policy.metadata().namespace()));
  }
}
