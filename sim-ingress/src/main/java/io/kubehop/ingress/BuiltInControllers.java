package io.kubehop.ingress;

import io.kubehop.ingress.api.IngressClasses;
import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which controllers have to be deployed because nobody has: one for each controller name that an
 * IngressClass has and no Pod runs, and one for each Gateway.
 */
public final class BuiltInControllers {
  private static final String NGINX = "k8s.io/ingress-nginx";

  private BuiltInControllers() {}

  /**
   * Returns the objects to add to a cluster: for each missing controller a running Pod, and in
   * front of it a Service of type LoadBalancer with an address. ingress-nginx comes first.
   *
   * @param declared the objects that there are, nodes among them, and all that a user is going to
   *     declare
   * @param config says which addresses balancers have
   */
  public static List<KubeObject> missing(
      Collection<? extends KubeObject> declared, ClusterConfig config) {
    Set<String> wanted = new LinkedHashSet<>();
    if (declared.stream().anyMatch(BuiltInControllers::needsNginx)) {
      wanted.add(NGINX);
    }
    declared.stream()
        .filter(IngressClass.class::isInstance)
        .map(object -> ((IngressClass) object).controller())
        .forEach(wanted::add);
    declared.stream().flatMap(BuiltInControllers::runs).forEach(wanted::remove);
    FarEnd addresses = new FarEnd(declared, config);
    BuiltInObjects objects = new BuiltInObjects(declared, addresses);
    List<KubeObject> missing = new ArrayList<>();
    wanted.forEach(name -> missing.addAll(objects.of(name)));
    missing.addAll(new BuiltInGateways(declared, addresses).all());
    return missing;
  }

  private static boolean needsNginx(KubeObject object) {
    return object instanceof IngressClass of && of.controller().equals(NGINX)
        || object instanceof Ingress ingress
            && IngressClasses.isNamedByAnnotation(ingress, "nginx");
  }

  /** The controller names that the Pods of an object serve. */
  private static Stream<String> runs(KubeObject object) {
    return pod(object).flatMap(ControllerKind::controllerOf).stream();
  }

  private static Optional<Pod> pod(KubeObject object) {
    if (object instanceof Pod pod) {
      return Optional.of(pod);
    }
    PodTemplateSpec template =
        object instanceof Deployment deployment
            ? deployment.spec().template()
            : object instanceof DaemonSet daemons
                ? daemons.spec().template()
                : object instanceof StatefulSet set ? set.spec().template() : null;
    return Optional.ofNullable(template).map(t -> new Pod(t.metadata(), t.spec(), PodStatus.EMPTY));
  }
}
