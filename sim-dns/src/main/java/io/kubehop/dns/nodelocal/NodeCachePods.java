package io.kubehop.dns.nodelocal;

import io.kubehop.core.host.Host;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.coredns.CoreDnsApplication;
import io.kubehop.dns.coredns.CoreDnsSettings;
import io.kubehop.dns.coredns.OtherPorts;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.resolver.PodResolvers;
import io.kubehop.dns.resolver.ResolvConf;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.node.PlainServer;
import io.kubehop.service.node.PodApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs a node-cache in each Pod that it is given. It listens on its node on addresses of its own,
 * keeps answers, and asks the cluster's DNS over TCP for what it does not know.
 */
public final class NodeCachePods implements PodApplication {
  private static final String CONFIG_MAP = "node-local-dns";
  private static final String IMAGE = "k8s-dns-node-cache";

  private final ControlPlane controlPlane;
  private final PodResolvers files;
  private final String clusterDomain;
  private final PlainServer otherPorts = PlainServer.echo();
  private final JournaledMap<ObjectKey, Running> running;

  /**
   * Runs nothing yet.
   *
   * @param files what Pods find in their {@code /etc}
   */
  public NodeCachePods(
      Simulation simulation, ControlPlane controlPlane, PodResolvers files, String clusterDomain) {
    this.controlPlane = controlPlane;
    this.files = files;
    this.clusterDomain = clusterDomain;
    this.running = new JournaledMap<>(simulation.journal());
  }

  private record Running(CoreDnsApplication server, NodeCacheRules rules) {}

  /** Whether a Pod is a node-cache: by the last part of its image's path. */
  public static boolean isNodeCache(Pod pod) {
    return container(pod).isPresent();
  }

  private static Optional<Container> container(Pod pod) {
    return pod.spec().containers().stream()
        .filter(container -> name(container.image()).equals(IMAGE))
        .findFirst();
  }

  private static String name(String image) {
    return image.substring(image.lastIndexOf('/') + 1).replaceFirst("[:@].*", "");
  }

  @Override
  public void start(Pod pod, Host host) {
    Optional<Container> container = container(pod);
    if (container.isEmpty()) {
      return;
    }
    Placeholders placeholders = new Placeholders(clusterDomain, files.kubeDns().toString());
    NodeCacheArguments arguments = NodeCacheArguments.of(container.get(), placeholders);
    if (arguments.localIps().isEmpty()) {
      return; // it ends at once: there is nothing to listen on
    }
    CoreDnsApplication server =
        CoreDnsApplication.cache(
            host, controlPlane, settings(pod), template(pod, placeholders, arguments));
    NodeCacheRules rules = new NodeCacheRules(host, arguments);
    running.put(pod.key(), new Running(server, rules));
    rules.setUp();
    server.start();
    OtherPorts.of(pod, server).ifPresent(rest -> otherPorts.start(rest, host));
  }

  private CoreDnsSettings settings(Pod pod) {
    ResolvConf conf = files.resolvConf(pod);
    ObjectKey configMap = new ObjectKey(ConfigMap.KIND, pod.metadata().namespace(), CONFIG_MAP);
    return new CoreDnsSettings(
        configMap,
        clusterDomain,
        conf.nameservers(),
        conf.searches(),
        files.hostsFile(pod).toString(),
        true);
  }

  private CorefileTemplate template(
      Pod pod, Placeholders placeholders, NodeCacheArguments arguments) {
    String namespace = pod.metadata().namespace();
    KubeDnsConfig config = KubeDnsConfig.of(controlPlane, namespace);
    return new CorefileTemplate(
        placeholders,
        arguments,
        clusterIp(namespace, arguments.upstreamService()),
        config.upstreamNameservers(),
        config.stubDomains());
  }

  /** What the container's environment says, where an address is missing as Go prints it. */
  private String clusterIp(String namespace, String service) {
    return controlPlane
        .find(new ObjectKey(Service.KIND, namespace, service))
        .map(object -> ((Service) object).spec().clusterIP())
        .orElse("<nil>");
  }

  @Override
  public void stop(Pod pod, Host host) {
    Running own = running.get(pod.key());
    if (own != null) {
      OtherPorts.of(pod, own.server).ifPresent(rest -> otherPorts.stop(rest, host));
      own.server.stop();
      own.rules.tearDown();
    }
  }

  /** What their Corefiles say that is not modelled, each thing once. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (Running each : running.values()) {
      each.server.findings().stream().filter(f -> !all.contains(f)).forEach(all::add);
    }
    return all;
  }
}
