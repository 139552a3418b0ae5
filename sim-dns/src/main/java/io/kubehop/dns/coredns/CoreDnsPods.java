package io.kubehop.dns.coredns;

import io.kubehop.core.host.Host;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.resolver.PodResolvers;
import io.kubehop.dns.resolver.ResolvConf;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.node.PlainServer;
import io.kubehop.service.node.PodApplication;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a CoreDNS in each Pod that it is given, with the files that the kubelet puts there. On the
 * ports that the Pod declares for other things (metrics, health) something answers.
 */
public final class CoreDnsPods implements PodApplication {
  private final ControlPlane controlPlane;
  private final PodResolvers files;
  private final String clusterDomain;
  private final PlainServer otherPorts = PlainServer.echo();
  private final JournaledMap<ObjectKey, CoreDnsApplication> running;

  /**
   * Runs nothing yet.
   *
   * @param files what Pods find in their {@code /etc}
   */
  public CoreDnsPods(
      Simulation simulation, ControlPlane controlPlane, PodResolvers files, String clusterDomain) {
    this.controlPlane = controlPlane;
    this.files = files;
    this.clusterDomain = clusterDomain;
    this.running = new JournaledMap<>(simulation.journal());
  }

  @Override
  public void start(Pod pod, Host host) {
    CoreDnsApplication application = new CoreDnsApplication(host, controlPlane, settings(pod));
    running.put(pod.key(), application);
    application.start();
    OtherPorts.of(pod, application).ifPresent(rest -> otherPorts.start(rest, host));
  }

  /** Whether a server was started in a Pod. */
  public boolean runs(Pod pod) {
    return running.get(pod.key()) != null;
  }

  private CoreDnsSettings settings(Pod pod) {
    ResolvConf conf = files.resolvConf(pod);
    String externalNames =
        pod.metadata().annotations().getOrDefault(CoreDnsSettings.EXTERNAL_NAME_ANNOTATION, "true");
    return new CoreDnsSettings(
        CoreDnsSettings.CONFIG_MAP,
        clusterDomain,
        conf.nameservers(),
        conf.searches(),
        files.hostsFile(pod).toString(),
        !externalNames.equals("false"));
  }

  @Override
  public void stop(Pod pod, Host host) {
    CoreDnsApplication application = running.get(pod.key());
    if (application != null) {
      OtherPorts.of(pod, application).ifPresent(rest -> otherPorts.stop(rest, host));
      application.shutDown();
    }
  }

  /** What their Corefiles say that is not modelled, each thing once. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (CoreDnsApplication application : running.values()) {
      application.findings().stream().filter(f -> !all.contains(f)).forEach(all::add);
    }
    return all;
  }
}
