package io.kubehop.scenarios.cluster;

import io.kubehop.scenarios.file.Part;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.NodeMachine;

/** Has parts of a cluster fail and recover. */
final class Parts {
  private final ControlPlane controlPlane;
  private final ClusterNetwork network;
  private final ClusterIngress ingress;
  private final ProxyFleet proxies;

  Parts(
      ControlPlane controlPlane,
      ClusterNetwork network,
      ClusterIngress ingress,
      ProxyFleet proxies) {
    this.controlPlane = controlPlane;
    this.network = network;
    this.ingress = ingress;
    this.proxies = proxies;
  }

  /**
   * Has a part fail, or recover.
   *
   * @throws NotPossibleException if there is no such part now
   */
  void set(Part part, boolean failed) {
    if (part instanceof Part.NodePart node) {
      setNode(node.name(), failed);
    } else if (part instanceof Part.PodPart pod) {
      setPod(pod.key(), failed);
    } else if (part instanceof Part.LinkPart link) {
      machine(link.first());
      machine(link.second());
      network.setLinkDown(link.first(), link.second(), failed);
    } else if (part instanceof Part.ProxyPart proxy) {
      proxies.set(machine(proxy.node()), failed);
    } else {
      String name = ((Part.IngressPart) part).name();
      ingress.podsOf(name).forEach(each -> setPod(each.key(), failed));
    }
  }

  private void setNode(String name, boolean failed) {
    network.setNodeDown(machine(name), failed);
    proxies.set(machine(name), failed);
    if (failed) {
      controlPlane.failNode(name);
    } else {
      controlPlane.recoverNode(name);
    }
  }

  private void setPod(ObjectKey key, boolean failed) {
    if (controlPlane.find(key).isEmpty()) {
      throw new NotPossibleException("there is no Pod " + key.namespacedName());
    }
    if (failed) {
      controlPlane.failPod(key);
    } else {
      controlPlane.recoverPod(key);
    }
  }

  private NodeMachine machine(String name) {
    return network
        .node(name)
        .orElseThrow(() -> new NotPossibleException("there is no node " + name));
  }
}
