package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.BuiltInControllers;
import io.kubehop.ingress.IngressControllers;
import io.kubehop.ingress.api.Finding;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.node.PlainServer;
import io.kubehop.service.node.PodApplication;
import io.kubehop.service.source.Position;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ingress controllers of a cluster, those that nobody gave among them. */
final class ClusterIngress {
  private final ClusterSpec spec;
  private final IngressControllers controllers;

  ClusterIngress(
      Simulation simulation,
      ControlPlane controlPlane,
      ClusterSpec spec,
      PlainServer plainServer,
      ClusterDns dns) {
    this.spec = spec;
    this.controllers =
        new IngressControllers(
            simulation,
            controlPlane,
            plainServer,
            (pod, host) ->
                dns.resolver(
                    new Sources.Asker(host, Optional.empty(), Optional.of(pod)), Optional.empty()));
  }

  /** What runs in a Pod: a controller, or what else would. */
  PodApplication applicationOf(Pod pod, PodApplication otherwise) {
    return controllers.applicationOf(pod).orElse(otherwise);
  }

  /**
   * The objects of the controllers that somebody relies on and nobody deploys.
   *
   * @param declared all objects that there are, and that there will be
   */
  List<KubeObject> missing(Collection<? extends KubeObject> declared) {
    return BuiltInControllers.missing(declared, spec.config());
  }

  /** Whether controllers have to look names up to do what objects say. */
  static boolean dialsNames(Collection<? extends KubeObject> declared) {
    return declared.stream().anyMatch(Ingress.class::isInstance)
        && declared.stream().anyMatch(ClusterIngress::isDialledByName);
  }

  private static boolean isDialledByName(KubeObject object) {
    return object instanceof Service service && service.spec().isExternalName()
        || object instanceof Ingress ingress
            && ingress.metadata().annotations().keySet().stream()
                .anyMatch(annotation -> annotation.endsWith("/auth-url"));
  }

  /**
   * The address to which a client outside resolves the name that it calls.
   *
   * @throws NotPossibleException if nobody claims the name, and there is no address to guess
   */
  IpAddress addressOf(Request request) {
    String host = request.destination().host();
    return controllers
        .addressOf(host)
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "no ingress has an address to which "
                        + host
                        + " could lead; give the send a via, or call an address"));
  }

  /** Whether a controller serves an Ingress for a host name. */
  boolean claims(String host) {
    return controllers.claims(host);
  }

  /**
   * The Pods of a controller, by its IngressClass or its own name.
   *
   * @throws NotPossibleException if there are none
   */
  List<Pod> podsOf(String name) {
    List<Pod> pods = controllers.podsOf(name);
    if (pods.isEmpty()) {
      throw new NotPossibleException(
          "there is no ingress controller "
              + name
              + "; write the name of its IngressClass, or of its Deployment");
    }
    return pods;
  }

  /** What is wrong with the objects that controllers serve, a line each. */
  List<String> findings(GivenObjects given) {
    return controllers.findings().stream().map(finding -> line(finding, given)).toList();
  }

  /** Why no controller serves an Ingress; absent if one does, or if it is not known. */
  Optional<String> whyUnserved(ObjectKey ingress) {
    return controllers.unserved().stream()
        .filter(finding -> finding.object().equals(ingress))
        .map(Finding::message)
        .findFirst();
  }

  private static String line(Finding finding, GivenObjects given) {
    return given
        .find(finding.object())
        .map(object -> object.position(finding.path()))
        .filter(Position::isKnown)
        .map(position -> position + ": " + finding)
        .orElseGet(finding::toString);
  }
}
