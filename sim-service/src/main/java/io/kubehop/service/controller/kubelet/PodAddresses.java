package io.kubehop.service.controller.kubelet;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses that Pods have. A new Pod gets from each pod CIDR of its node the lowest free
 * address from the second host address on (the first is the gateway's, as with the CNI plugin
 * {@code host-local}).
 */
final class PodAddresses {
  private final JournaledMap<IpAddress, ObjectKey> owners;

  PodAddresses(Journal journal) {
    owners = new JournaledMap<>(journal);
  }

  /** Takes the addresses that a Pod says it has. */
  void reserve(Pod pod) {
    if (!pod.spec().hostNetwork()) {
      for (String ip : pod.status().podIPs()) {
        owners.put(IpAddress.parse(ip), pod.key());
      }
    }
  }

  /** Finds addresses for a Pod on a node, and takes them. */
  List<String> assign(Pod pod, Node node) {
    if (pod.spec().hostNetwork()) {
      return node.status().internalIPs();
    }
    List<String> assigned = new ArrayList<>();
    for (String text : node.spec().podCIDRs()) {
      Cidr cidr = Cidr.parse(text);
      IpAddress candidate = cidr.address().plus(2);
      while (owners.containsKey(candidate)) {
        candidate = candidate.plus(1);
      }
      if (cidr.contains(candidate) && !(candidate.isV4() && candidate.equals(cidr.last()))) {
        owners.put(candidate, pod.key());
        assigned.add(candidate.toString());
      }
    }
    return assigned;
  }

  /** Gives back the addresses of a Pod. */
  void release(Pod pod) {
    for (String ip : pod.status().podIPs()) {
      IpAddress address = IpAddress.parse(ip);
      if (pod.key().equals(owners.get(address))) {
        owners.remove(address);
      }
    }
  }
}
