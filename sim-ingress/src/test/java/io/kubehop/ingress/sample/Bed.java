package io.kubehop.ingress.sample;

import static java.util.Objects.requireNonNull;

import io.kubehop.core.app.Call;
import io.kubehop.core.app.CallResult;
import io.kubehop.core.app.Echo;
import io.kubehop.core.host.Host;
import io.kubehop.core.http.ClientHello;
import io.kubehop.core.http.HttpCall;
import io.kubehop.core.http.HttpCallResult;
import io.kubehop.core.http.HttpClient;
import io.kubehop.core.http.HttpEchoServer;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.ingress.BuiltInControllers;
import io.kubehop.ingress.IngressControllers;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.Cni;
import io.kubehop.service.node.Latencies;
import io.kubehop.service.node.PlainServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster of one node with a built-in ingress controller and a client beside it, to which tests
 * add Services and Ingresses.
 */
public final class Bed {
  private static final IpAddress CLIENT = IpAddress.parse("10.244.0.200");
  private static final IpAddress CONTROLLER = IpAddress.parse("10.244.0.254");
  private static final long PATIENCE = 1_000_000_000;

  private final List<KubeObject> objects = new ArrayList<>();
  private final Map<String, List<IpAddress>> names = new LinkedHashMap<>();
  private final Simulation simulation = new Simulation(7);
  private final ControlPlane controlPlane = new ControlPlane(simulation, ClusterConfig.DEFAULT);
  private final IngressControllers controllers;
  private final ClusterNetwork network;

  /** Makes a cluster whose ingress class has a controller. */
  public Bed(String controller) {
    HttpEchoServer echo = new HttpEchoServer();
    PlainServer plain = new PlainServer(echo, echo);
    controllers =
        new IngressControllers(simulation, controlPlane, plain, (pod, host) -> resolver());
    network =
        new ClusterNetwork(
            simulation,
            controlPlane,
            ClusterConfig.DEFAULT,
            Cni.ROUTED,
            Latencies.DEFAULT,
            pod -> controllers.applicationOf(pod).orElse(plain),
            plain,
            node -> {});
    objects.add(node());
    objects.add(new IngressClass(ObjectMeta.of("", "nginx"), controller));
  }

  /** Makes a cluster with ingress-nginx. */
  public static Bed nginx() {
    return new Bed("k8s.io/ingress-nginx");
  }

  private Resolver resolver() {
    return (name, listener) ->
        listener.onResolved(
            new Resolution(name, names.getOrDefault(name, List.of()), List.of(name), "a test"));
  }

  private static Node node() {
    return new Node(
        ObjectMeta.of("", "node-a"),
        new NodeSpec(List.of("10.244.0.0/24"), List.of(), false),
        new NodeStatus(List.of(new NodeAddress("InternalIP", "192.168.0.2")), List.of()));
  }

  /** Adds a Service with Pods at addresses 10.244.0.x, which listen on 8080. */
  public Bed service(String name, int... pods) {
    return service(name, 80, new ContainerPort("", 8080, "TCP", 0, ""), pods);
  }

  /** Adds a Service of UDP port 53 with a Pod at 10.244.0.x. */
  public Bed udpService(String name, int pod) {
    return service(name, 53, new ContainerPort("", 53, "UDP", 0, ""), pod);
  }

  private Bed service(String name, int number, ContainerPort target, int... pods) {
    IntOrString targetPort = IntOrString.of(target.containerPort());
    ServicePort port =
        new ServicePort("", target.protocol(), Optional.empty(), number, targetPort, 0);
    ServiceSpec spec =
        ServiceSpec.builder()
            .type("ClusterIP")
            .ports(List.of(port))
            .selector(Map.of("app", name))
            .build();
    objects.add(new Service(ObjectMeta.of("default", name), spec, ServiceStatus.EMPTY));
    for (int i = 0; i < pods.length; i++) {
      objects.add(pod(name, name + "-" + i, "10.244.0." + pods[i], target));
    }
    return this;
  }

  private static Pod pod(String app, String name, String address, ContainerPort port) {
    ObjectMeta meta = ObjectMeta.of("default", name).toBuilder().labels(Map.of("app", app)).build();
    Container container =
        new Container(
            "web",
            "web",
            List.of(),
            List.of(),
            List.of(port),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PodSpec spec = PodSpec.builder().nodeName("node-a").containers(List.of(container)).build();
    PodStatus status =
        new PodStatus(
            "Running",
            List.of(address),
            List.of(),
            List.of(Condition.of("Ready", true)),
            Optional.empty());
    return new Pod(meta, spec, status);
  }

  /** The key of a Pod that {@link #service} has added. */
  public static ObjectKey podKey(String name) {
    return new ObjectKey(Pod.KIND, "default", name);
  }

  /** Adds any objects. */
  public Bed with(KubeObject... more) {
    objects.addAll(List.of(more));
    return this;
  }

  /** Adds Ingresses. */
  public Bed with(IngressSample... ingresses) {
    for (IngressSample ingress : ingresses) {
      objects.add(ingress.build());
    }
    return this;
  }

  /** Gives a name addresses. */
  public Bed name(String name, String... addresses) {
    List<IpAddress> parsed = new ArrayList<>();
    for (String address : addresses) {
      parsed.add(IpAddress.parse(address));
    }
    names.put(name, parsed);
    return this;
  }

  /** Starts the cluster and lets it settle. */
  public Bed start() {
    controlPlane.load(objects);
    BuiltInControllers.missing(
            controlPlane.apiServer().list(KubeObject.class), ClusterConfig.DEFAULT)
        .forEach(controlPlane.apiServer()::load);
    return settle();
  }

  /** Lets everything happen that follows from what was done. */
  public Bed settle() {
    if (!simulation.runUntilSettled(simulation.now() + 3_600_000_000_000L)) {
      throw new IllegalStateException("the cluster does not settle");
    }
    return this;
  }

  /** The control plane. */
  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** The simulation. */
  public Simulation simulation() {
    return simulation;
  }

  /** The machines. */
  public ClusterNetwork network() {
    return network;
  }

  /** The controllers. */
  public IngressControllers controllers() {
    return controllers;
  }

  /** Makes a GET request over http. */
  public HttpCallResult get(String host, String target, String... headers) {
    return call(request("GET", host, target, headers), false).complete();
  }

  /** Makes a GET request over https. */
  public HttpCallResult getTls(String host, String target, String... headers) {
    return call(request("GET", host, target, headers), true).complete();
  }

  /** Makes a request over http. */
  public HttpCallResult send(String method, String host, String target, String... headers) {
    return call(request(method, host, target, headers), false).complete();
  }

  /** The exact shares of the endpoints that a GET request can be answered by, as texts. */
  public Map<String, Double> explore(String host, String target, String... headers) {
    HttpCall call = call(request("GET", host, target, headers), false);
    long before = digest();
    List<Branch<HttpCallResult>> branches = new Explorer(simulation).explore(call);
    if (digest() != before) {
      throw new IllegalStateException("exploring has left a trace");
    }
    Map<String, Double> shares = new TreeMap<>();
    for (Branch<HttpCallResult> branch : branches) {
      String endpoint =
          branch.result().echo() == null
              ? "status " + requireNonNull(branch.result().response()).status()
              : requireNonNull(branch.result().echo()).server().toString();
      shares.merge(endpoint, branch.share().toDouble(), Double::sum);
    }
    return shares;
  }

  /** Has the server at an address listen no more. */
  public Bed crash(String address) {
    network.hostOf(IpAddress.parse(address)).orElseThrow().sockets().stopListening(null, 8080);
    return this;
  }

  /** Calls a port of the controller. */
  public CallResult call(Protocol protocol, int port) {
    return newCall(protocol, port).complete();
  }

  /** The exact shares of the endpoints that a call of a port can be answered by, as texts. */
  public Map<String, Double> exploreCall(Protocol protocol, int port) {
    Map<String, Double> shares = new TreeMap<>();
    for (Branch<CallResult> branch : new Explorer(simulation).explore(newCall(protocol, port))) {
      Echo answer = branch.result().answer();
      String end = answer == null ? branch.result().outcome().toString() : answer.server() + "";
      shares.merge(end, branch.share().toDouble(), Double::sum);
    }
    return shares;
  }

  private Call newCall(Protocol protocol, int port) {
    Host client = network.inside(CLIENT, Optional.of("node-a"));
    SocketAddress address = new SocketAddress(CONTROLLER, port);
    return new Call(client, new Call.Target(protocol, address, null, 0, PATIENCE, "hello"));
  }

  private long digest() {
    return new StateDigest().add(simulation).add(network.network()).value();
  }

  private static HttpRequest request(String method, String host, String target, String... headers) {
    HttpHeaders all = HttpHeaders.of("Host", host);
    for (int i = 0; i < headers.length; i += 2) {
      all = all.with(headers[i], headers[i + 1]);
    }
    return new HttpRequest(method, target, all);
  }

  private HttpCall call(HttpRequest request, boolean tls) {
    Host client = network.inside(CLIENT, Optional.of("node-a"));
    HttpClient.Target target =
        new HttpClient.Target(
            new SocketAddress(CONTROLLER, tls ? 443 : 80),
            null,
            0,
            tls ? new ClientHello(String.valueOf(request.host())) : null,
            PATIENCE,
            PATIENCE,
            "connect");
    return new HttpCall(client, target, request);
  }
}
