package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.http.HttpEchoServer;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.message.RecordType;
import io.kubehop.dns.resolver.Libc;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.kubeproxy.drift.DriftReport;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.connection.Way;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.Part;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.TrafficSpec;
import io.kubehop.scenarios.load.Traffic;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ObjectPrinter;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.Latencies;
import io.kubehop.service.node.NodeMachine;
import io.kubehop.service.node.PlainServer;
import io.kubehop.service.policy.PolicyAgent;
import io.kubehop.service.source.Durations;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.SourceNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A running cluster in virtual time. It does what it is asked at the moment at which it is asked;
 * {@link #settle} lets everything that follows happen first.
 */
public final class Cluster {
  private static final Duration SETTLING_LIMIT = Duration.ofHours(1);
  private static final Duration END_OF_TIME = Duration.ofNanos(Long.MAX_VALUE).minusDays(365);

  private final ClusterSpec spec;
  private final Simulation simulation;
  private final ControlPlane controlPlane;
  private final ClusterNetwork network;
  private final GivenObjects given;
  private final ProxyFleet proxies;
  private final ClusterDns dns;
  private final ClusterIngress ingress;
  private final Sources sources;
  private final Exchange exchange;
  private final Parts parts;
  private final Blame blame;
  private int loads;

  private Cluster(ClusterSpec spec, KubeProxyConfiguration configuration, CapturedRules captured) {
    this.spec = spec;
    this.simulation = new Simulation(spec.seed());
    this.controlPlane = new ControlPlane(simulation, spec.config());
    this.proxies = new ProxyFleet(simulation, controlPlane, spec, configuration, captured);
    this.dns = new ClusterDns(simulation, controlPlane, spec);
    PolicyAgent policies = new PolicyAgent(simulation, controlPlane);
    HttpEchoServer echo = new HttpEchoServer();
    PlainServer plainServer = new PlainServer(echo, echo);
    this.ingress = new ClusterIngress(simulation, controlPlane, spec, plainServer, dns);
    this.network =
        new ClusterNetwork(
            simulation,
            controlPlane,
            spec.config(),
            spec.cni(),
            Latencies.DEFAULT,
            pod -> dns.applicationOf(pod, ingress.applicationOf(pod, plainServer)),
            plainServer,
            node -> {
              node.host().setDepartureFilter(policies.filterOf(node.name()));
              proxies.start(node);
            });
    this.given = new GivenObjects();
    this.sources = new Sources(controlPlane, network);
    this.exchange = new Exchange(simulation, controlPlane, network, sources, dns, ingress, given);
    this.parts = new Parts(controlPlane, network, ingress, proxies);
    EndpointLives lives = new EndpointLives(network);
    controlPlane.addRuntime(lives);
    RuleTimes rules = new RuleTimes(simulation, controlPlane);
    proxies.onSync(rules::onSync);
    this.blame = new Blame(network, lives, rules);
  }

  /**
   * Starts the cluster of a scenario at virtual time 0 with the objects that are there from the
   * start. Nothing has happened yet of what follows from them.
   *
   * @throws InvalidInputException if the API server does not accept them, with their places
   */
  public static Cluster start(Scenario scenario) {
    ClusterSpec spec = scenario.cluster();
    List<LoadedObject> start = scenario.objects();
    Cluster cluster = new Cluster(spec, ProxyConfiguration.among(start), new CapturedRules(spec));
    cluster.given.accept(StartObjects.of(spec, start), cluster.controlPlane::load);
    cluster.addMissing(scenario.appliedLater());
    return cluster;
  }

  /** Deploys what objects rely on, those that there are and those to come, and nobody deploys. */
  private void addMissing(List<LoadedObject> toCome) {
    List<KubeObject> declared = new ArrayList<>(objects());
    toCome.forEach(object -> declared.add(object.object()));
    ingress.missing(declared).forEach(controlPlane.apiServer()::load);
    if (ClusterIngress.dialsNames(declared)) {
      prepareDns();
    }
  }

  /** Virtual time. */
  public Duration now() {
    return Duration.ofNanos(simulation.now());
  }

  /** The control plane, for look-ups. */
  public ControlPlane controlPlane() {
    return controlPlane;
  }

  /** The machines. */
  public ClusterNetwork network() {
    return network;
  }

  /** What was given but is not modelled, a line each. */
  public List<String> findings() {
    return Findings.of(spec, given, dns, ingress);
  }

  /** Why no controller serves an Ingress; absent if one does. */
  public Optional<String> whyUnserved(ObjectKey ingress) {
    return this.ingress.whyUnserved(ingress);
  }

  /** The ranges, names and ports of the cluster. */
  public ClusterConfig config() {
    return spec.config();
  }

  /** Where objects were given. */
  public GivenObjects given() {
    return given;
  }

  /**
   * Lets time pass until no work is pending.
   *
   * @throws NotPossibleException if that is never the case
   */
  public void settle() {
    if (!simulation.runUntilSettled(simulation.now() + SETTLING_LIMIT.toNanos())) {
      throw new NotPossibleException(
          "the cluster has not settled after "
              + Durations.format(SETTLING_LIMIT)
              + " of virtual time");
    }
  }

  /**
   * Lets time pass until a moment; at once if it is past.
   *
   * @throws NotPossibleException if that is beyond the end of virtual time
   */
  public void runUntil(Duration time) {
    if (time.compareTo(END_OF_TIME) > 0) {
      throw new NotPossibleException("virtual time ends after 291 years");
    }
    simulation.runUntil(Math.max(simulation.now(), time.toNanos()));
  }

  /**
   * What stands on a node for one family, as the real tools print it ({@link RulesText}).
   *
   * @throws NotPossibleException if there is no such node
   */
  public String rules(String node, IpFamily family) {
    Host host = hostOf(node);
    return RulesText.print(proxies.mode(node), host, family, () -> proxies.listeners(node, family));
  }

  /**
   * What a node has against what is captured on the real node.
   *
   * @throws NotPossibleException if there is no such node
   * @throws InvalidInputException if the dump cannot be read
   */
  public DriftReport drift(String node, IpFamily family, CapturedText dump) {
    return NodeDrift.of(hostOf(node).firewall().rules(family), dump);
  }

  private Host hostOf(String node) {
    NodeMachine machine =
        network.node(node).orElseThrow(() -> new NotPossibleException("there is no node " + node));
    proxies.requireNoLimit();
    return machine.host();
  }

  /**
   * Explores a connection, then makes it.
   *
   * @throws NotPossibleException if it cannot be made at this moment
   */
  public Connection send(Request request, TraceDepth depth) {
    proxies.requireNoLimit();
    return exchange.send(request, depth);
  }

  /**
   * Every way that a connection to an address could go now; afterwards nothing has happened.
   *
   * @throws NotPossibleException if it cannot be made at this moment
   */
  public List<Way> explore(Request request) {
    proxies.requireNoLimit();
    return exchange.explore(request);
  }

  /**
   * Begins to make connections in the background, which go on while time passes.
   *
   * @throws NotPossibleException if they cannot be made at this moment
   */
  public Traffic load(TrafficSpec spec) {
    proxies.requireNoLimit();
    return new BackgroundLoad(simulation, spec, exchange, new Fates(blame), "load/" + loads++);
  }

  /** Lets time pass until the last connection of a load has ended. */
  public void finish(Traffic traffic) {
    while (!traffic.isOver()) {
      simulation.runNext();
    }
  }

  /**
   * Sees to it that the cluster has a DNS and the world outside its servers: what nobody gave is
   * deployed when somebody first asks for a name, so that other clusters hold only what was given.
   *
   * @return whether something was deployed, which {@link #settle} has to let begin
   */
  public boolean prepareDns() {
    return dns.prepare(network);
  }

  /**
   * Looks a name up.
   *
   * @param type the record type, such as {@code AAAA}
   * @param libc whose resolver; absent: that of the source
   * @throws NotPossibleException if the source does not run at this moment
   */
  public LookupResult lookUp(Source source, String name, String type, Optional<Libc> libc) {
    RecordType record =
        RecordType.parse(type)
            .orElseThrow(() -> new NotPossibleException("\"" + type + "\" is no record type"));
    Host host = sources.host(source, Optional.empty());
    return dns.resolver(sources.asker(source, host), libc).lookUp(name, List.of(record)).complete();
  }

  /**
   * A way for real DNS messages to the cluster's DNS.
   *
   * @param source where they appear to come from
   * @throws NotPossibleException if the source does not run at this moment
   */
  public DnsGate dnsGate(Source source) {
    return new DnsGate(sources.host(source, Optional.empty()), dns.server());
  }

  /**
   * Creates objects or replaces them whole; all of them, or none.
   *
   * @throws InvalidInputException if the API server does not accept them, with their places
   */
  public void apply(List<LoadedObject> objects) {
    given.accept(objects, controlPlane::apply);
    addMissing(List.of());
  }

  /**
   * Asks for the end of an object.
   *
   * @throws NotPossibleException if there is no such object now
   */
  public void delete(ObjectKey key) {
    if (!controlPlane.delete(key)) {
      throw missing(key);
    }
  }

  /**
   * Says whether a Pod is ready, over what its probes say.
   *
   * @throws NotPossibleException if there is no such Pod now
   */
  public void setReady(ObjectKey pod, boolean ready) {
    find(pod);
    controlPlane.setReady(pod, ready);
  }

  /**
   * Has a part fail.
   *
   * @throws NotPossibleException if there is no such part now
   */
  public void fail(Part part) {
    parts.set(part, true);
  }

  /**
   * Has a part that failed work again.
   *
   * @throws NotPossibleException if there is no such part now
   */
  public void recover(Part part) {
    parts.set(part, false);
  }

  /**
   * The object of a key.
   *
   * @throws NotPossibleException if there is none now
   */
  public KubeObject find(ObjectKey key) {
    return controlPlane.find(key).orElseThrow(() -> missing(key));
  }

  /**
   * Who calls where nobody says it: a client outside for what can be reached from there, else the
   * first Pod that runs.
   *
   * @throws NotPossibleException if none runs
   */
  public Source defaultSource(Destination destination) {
    return new DefaultSource(controlPlane, network, ingress).of(destination);
  }

  /**
   * The first Pod that runs.
   *
   * @throws NotPossibleException if none runs
   */
  public Source defaultSource() {
    return new DefaultSource(controlPlane, network, ingress).firstPod();
  }

  /** The first Pod that runs, else the first node. */
  public Source anySource() {
    return new DefaultSource(controlPlane, network, ingress).any();
  }

  /** All objects in the order of their keys. */
  public List<KubeObject> objects() {
    return controlPlane.apiServer().list(KubeObject.class);
  }

  /** An object as a manifest, with the fields that only its manifest has. */
  public SourceNode tree(KubeObject object) {
    Optional<SourceMapping> source = given.find(object.key()).map(LoadedObject::source);
    return ObjectPrinter.tree(object, source);
  }

  /** All EndpointSlices of a Service. */
  public List<SourceNode> slicesOf(ObjectKey service) {
    return controlPlane.slicesOf(service).stream().map(this::tree).toList();
  }

  private NotPossibleException missing(ObjectKey key) {
    return new NotPossibleException(
        "there is no "
            + key.kind()
            + " "
            + key.namespacedName()
            + " at "
            + Durations.format(now()));
  }
}
