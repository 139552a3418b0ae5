package io.kubehop.service;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ObjectRejectedException;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A control plane for tests, spoken to in YAML as users do. */
public final class TestCluster {
  private static final long LIMIT = Duration.ofHours(1).toNanos();

  public final Simulation simulation;
  public final ControlPlane controlPlane;

  public TestCluster() {
    this(ClusterConfig.DEFAULT);
  }

  public TestCluster(ClusterConfig config) {
    simulation = new Simulation(42);
    controlPlane = new ControlPlane(simulation, config);
  }

  public static List<KubeObject> read(String yaml) {
    return new ManifestLoader()
        .addText("test.yaml", yaml).load().objects().stream().map(LoadedObject::object).toList();
  }

  /** Loads objects at the start and lets the cluster settle. */
  public TestCluster start(String... yaml) {
    controlPlane.load(read(String.join("\n---\n", yaml)));
    return settle();
  }

  /** Applies objects and lets the cluster settle. */
  public TestCluster apply(String... yaml) {
    controlPlane.apply(read(String.join("\n---\n", yaml)));
    return settle();
  }

  /** What is wrong with objects, as {@code path: message}. */
  public List<String> refusal(String yaml) {
    try {
      controlPlane.apply(read(yaml));
      return List.of();
    } catch (ObjectRejectedException e) {
      return e.rejections().stream()
          .flatMap(rejection -> rejection.errors().stream())
          .map(Object::toString)
          .toList();
    }
  }

  public TestCluster delete(String key) {
    controlPlane.delete(key(key));
    return settle();
  }

  public TestCluster settle() {
    if (!simulation.runUntilSettled(simulation.now() + LIMIT)) {
      throw new AssertionError("the cluster does not settle");
    }
    return this;
  }

  /** Lets time pass, and then the cluster settle. */
  public TestCluster pass(Duration time) {
    simulation.runUntil(simulation.now() + time.toNanos());
    return settle();
  }

  public static ObjectKey key(String text) {
    String[] parts = text.split("/");
    return parts.length == 2
        ? ObjectKey.ofCluster(parts[0], parts[1])
        : new ObjectKey(parts[0], parts[1], parts[2]);
  }

  public Service service(String name) {
    return controlPlane
        .apiServer()
        .find(Service.class, key("Service/default/" + name))
        .orElseThrow();
  }

  public Optional<Pod> findPod(String name) {
    return controlPlane.apiServer().find(Pod.class, key("Pod/default/" + name));
  }

  public Pod pod(String name) {
    return findPod(name).orElseThrow();
  }

  /** The names of all Pods that are not about to end. */
  public List<String> podNames() {
    return controlPlane.pods().stream()
        .filter(pod -> !pod.metadata().isBeingDeleted())
        .map(pod -> pod.metadata().name())
        .toList();
  }

  public List<EndpointSlice> slices(String service) {
    return controlPlane.slicesOf(key("Service/default/" + service));
  }

  /**
   * The endpoints of a Service as {@code ADDRESS r s t}, with a letter for each condition that
   * holds, sorted.
   */
  public List<String> endpoints(String service) {
    return slices(service).stream()
        .flatMap(slice -> slice.endpoints().stream())
        .map(TestCluster::describe)
        .sorted()
        .toList();
  }

  private static String describe(Endpoint endpoint) {
    var conditions = endpoint.conditions();
    return endpoint.addresses().get(0)
        + (conditions.isReady() ? " ready" : "")
        + (conditions.isServing() ? " serving" : "")
        + (conditions.isTerminating() ? " terminating" : "");
  }
}
