package io.kubehop.dns.resolver;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.config.ClusterConfig;
import java.util.List;
import java.util.function.Function;

/**
 * The resolvers of a cluster's Pods and nodes, with the files that each node's kubelet writes. The
 * address of the cluster's DNS is what ConfigMap {@code kube-system/kubelet-config} says, else that
 * of Service {@code kube-system/kube-dns}; without that Service it is the tenth address for
 * Services, which kubeadm tells every kubelet.
 */
public final class PodResolvers {
  private static final ObjectKey KUBE_DNS = new ObjectKey(Service.KIND, "kube-system", "kube-dns");
  private static final int TENTH = 10;

  private final ControlPlane controlPlane;
  private final ClusterConfig config;
  private final Function<String, ResolvConf> nodeConf;

  /**
   * Makes resolvers for a cluster.
   *
   * @param nodeConf a node's own {@code /etc/resolv.conf}, by the node's name
   */
  public PodResolvers(
      ControlPlane controlPlane, ClusterConfig config, Function<String, ResolvConf> nodeConf) {
    this.controlPlane = controlPlane;
    this.config = config;
    this.nodeConf = nodeConf;
  }

  /** The resolver of a Pod, with the library that its annotation names, by default glibc. */
  public StubResolver of(Pod pod, Host host) {
    String annotation = pod.metadata().annotations().getOrDefault(Libc.ANNOTATION, "glibc");
    return of(pod, host, Libc.parse(annotation).orElse(Libc.GLIBC));
  }

  /** The resolver of a Pod as a program with a given library has it. */
  public StubResolver of(Pod pod, Host host, Libc libc) {
    return new StubResolver(host, resolvConf(pod), hostsFile(pod), libc);
  }

  /** The resolver of a program on a node. */
  public StubResolver ofNode(String node, Host host, Libc libc) {
    return new StubResolver(host, nodeConf.apply(node), nodeHosts(node), libc);
  }

  /** A Pod's {@code /etc/resolv.conf}. */
  public ResolvConf resolvConf(Pod pod) {
    ResolvConf node = nodeConf.apply(pod.spec().nodeName());
    return new PodResolvConf(clusterDns(), config.clusterDomain(), node).of(pod);
  }

  /** A Pod's {@code /etc/hosts}. */
  public HostsFile hostsFile(Pod pod) {
    return HostsFile.ofPod(pod, config.clusterDomain(), nodeHosts(pod.spec().nodeName()));
  }

  private HostsFile nodeHosts(String name) {
    List<IpAddress> addresses =
        controlPlane
            .find(ObjectKey.ofCluster(Node.KIND, name))
            .map(object -> ((Node) object).status().internalIPs())
            .orElse(List.of())
            .stream()
            .map(IpAddress::parse)
            .toList();
    return HostsFile.ofNode(name, addresses);
  }

  /** The addresses that kubelets write into the files of Pods that ask the cluster first. */
  public List<IpAddress> clusterDns() {
    List<IpAddress> told = KubeletConfig.clusterDns(controlPlane);
    return told.isEmpty() ? List.of(kubeDns()) : told;
  }

  /** The address of the cluster's DNS. */
  public IpAddress kubeDns() {
    Cidr services = config.serviceCIDRs().get(0);
    IpAddress tenth = services.address().plus(TENTH);
    return controlPlane
        .find(KUBE_DNS)
        .map(object -> ((Service) object).spec().clusterIP())
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .orElse(tenth);
  }
}
