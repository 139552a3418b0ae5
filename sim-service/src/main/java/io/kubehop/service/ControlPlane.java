package io.kubehop.service;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.ObjectRejectedException;
import io.kubehop.service.apiserver.Rejection;
import io.kubehop.service.apiserver.WatchHandler;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.controller.PodLister;
import io.kubehop.service.controller.endpointslice.EndpointSliceController;
import io.kubehop.service.controller.gc.GarbageCollector;
import io.kubehop.service.controller.kubelet.Kubelet;
import io.kubehop.service.controller.kubelet.PodRuntime;
import io.kubehop.service.controller.node.NodeIpam;
import io.kubehop.service.controller.node.NodeLifecycle;
import io.kubehop.service.controller.scheduler.Scheduler;
import io.kubehop.service.controller.workload.DaemonSetController;
import io.kubehop.service.controller.workload.DeploymentController;
import io.kubehop.service.controller.workload.JobController;
import io.kubehop.service.controller.workload.ReplicaSetController;
import io.kubehop.service.controller.workload.StatefulSetController;
import io.kubehop.service.loadbalancer.LoadBalancerProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The control plane of a cluster: the API server with every controller that works on it, in the
 * virtual time of one simulation.
 *
 * <p>Objects given here are kept at once; what follows from them happens while the simulation runs,
 * and has happened when it is settled.
 */
public final class ControlPlane implements Digestible {
  private static final List<String> NAMESPACES =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final Simulation simulation;
  private final ApiServer apiServer;
  private final ClusterConfig config;
  private final NodeLifecycle nodeLifecycle;
  private final Kubelet kubelet;
  private final EndpointSliceController endpointSlices;

  /** Starts a control plane without any object. */
  public ControlPlane(Simulation simulation, ClusterConfig config) {
    this.simulation = simulation;
    this.config = config;
    this.apiServer = new ApiServer(simulation, config);
    PodLister pods = new PodLister(apiServer);
    new Scheduler(simulation, apiServer, pods);
    new GarbageCollector(simulation, apiServer);
    new DeploymentController(simulation, apiServer, pods);
    new ReplicaSetController(simulation, apiServer, pods);
    new StatefulSetController(simulation, apiServer, pods);
    new DaemonSetController(simulation, apiServer, pods);
    new JobController(simulation, apiServer, pods);
    config
        .loadBalancer()
        .ifPresent(provider -> new LoadBalancerProvider(simulation, apiServer, provider));
    this.nodeLifecycle = new NodeLifecycle(simulation, apiServer, pods);
    this.kubelet = new Kubelet(simulation, apiServer, pods, nodeLifecycle);
    this.endpointSlices = new EndpointSliceController(simulation, apiServer, pods);
  }

  /** Returns the API server, for look-ups, indexes and watches. */
  public ApiServer apiServer() {
    return apiServer;
  }

  /**
   * Keeps the objects that are there from the start; they keep the status, the identity and the age
   * that they bring. Without any node among them there are {@code node-a} and {@code node-b}.
   *
   * @throws ObjectRejectedException if any of them is not accepted, with all that is wrong; then
   *     none is kept
   */
  public void load(List<KubeObject> objects) {
    List<KubeObject> all = new ArrayList<>(new LinkedHashSet<>(objects));
    if (objects.stream().noneMatch(Node.class::isInstance)) {
      all.addAll(NodeIpam.defaultNodes());
    }
    Set<String> loaded = new LinkedHashSet<>();
    transact(StartOrder.of(all), object -> loadOnce(object, loaded));
    NAMESPACES.forEach(apiServer::ensureNamespace);
  }

  /** Two different objects of one name cannot both be there from the start. */
  private KubeObject loadOnce(KubeObject object, Set<String> loaded) {
    KubeObject kept = apiServer.load(object);
    if (!loaded.add(kept.apiVersion() + " " + kept.key())) {
      FieldError twice = FieldError.duplicate("metadata.name", kept.metadata().name());
      throw new ObjectRejectedException(List.of(new Rejection(object, List.of(twice))));
    }
    return kept;
  }

  /**
   * Creates objects or replaces them whole, in the order given.
   *
   * @return the objects as they are kept
   * @throws ObjectRejectedException if any of them is not accepted, with all that is wrong; then
   *     nothing has changed
   */
  public List<KubeObject> apply(List<KubeObject> objects) {
    return transact(objects, apiServer::apply);
  }

  /** Creates an object or replaces it whole. */
  public KubeObject apply(KubeObject object) {
    return apply(List.of(object)).get(0);
  }

  private List<KubeObject> transact(
      List<KubeObject> objects, Function<KubeObject, KubeObject> write) {
    Journal journal = simulation.journal();
    int savepoint = journal.savepoint();
    List<KubeObject> kept = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    List<KubeObject> completed = NodeIpam.complete(config, nodes(), objects);
    for (int i = 0; i < objects.size(); i++) {
      KubeObject given = objects.get(i);
      int before = journal.savepoint();
      try {
        kept.add(write.apply(completed.get(i)));
        journal.release(before);
      } catch (ObjectRejectedException e) {
        journal.rollback(before);
        e.rejections().forEach(r -> rejections.add(new Rejection(given, r.errors())));
      }
    }
    if (!rejections.isEmpty()) {
      journal.rollback(savepoint);
      throw new ObjectRejectedException(rejections);
    }
    journal.release(savepoint);
    return kept;
  }

  /** Asks for the end of an object; returns false if there is no such object. */
  public boolean delete(ObjectKey key) {
    return apiServer.delete(key);
  }

  /** Says whether a Pod is ready, over what its probes say. */
  public void setReady(ObjectKey pod, boolean ready) {
    kubelet.setReady(pod, ready);
  }

  /** The containers of a Pod are gone until it recovers; its kubelet notices a little later. */
  public void failPod(ObjectKey pod) {
    kubelet.fail(pod);
  }

  /** The containers of a Pod that failed start again. */
  public void recoverPod(ObjectKey pod) {
    kubelet.recover(pod);
  }

  /** A node falls silent until it recovers; the control plane only notices after a grace period. */
  public void failNode(String node) {
    nodeLifecycle.fail(node);
  }

  /** A node that failed is there again. */
  public void recoverNode(String node) {
    nodeLifecycle.recover(node);
    kubelet.resume(node);
  }

  /** Has somebody told when Pods start and end on their nodes. */
  public void addRuntime(PodRuntime runtime) {
    kubelet.addRuntime(runtime);
  }

  /**
   * Has somebody told of every change of the objects of a type, beginning with those that there
   * are.
   */
  public <T extends KubeObject> void watch(Class<T> type, WatchHandler<T> handler) {
    apiServer.watch(type, handler);
  }

  /** Returns the object with a key, whatever its type. */
  public Optional<KubeObject> find(ObjectKey key) {
    return apiServer.find(key);
  }

  /** Returns all nodes by name. */
  public List<Node> nodes() {
    return apiServer.list(Node.class);
  }

  /** Returns all Pods by namespace and name. */
  public List<Pod> pods() {
    return apiServer.list(Pod.class);
  }

  /** Returns all Services by namespace and name. */
  public List<Service> services() {
    return apiServer.list(Service.class);
  }

  /** Returns the EndpointSlices of a Service by name. */
  public List<EndpointSlice> slicesOf(ObjectKey service) {
    return endpointSlices.slicesOf(service);
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(apiServer);
  }
}
