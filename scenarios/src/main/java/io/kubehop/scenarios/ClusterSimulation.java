package io.kubehop.scenarios;

import io.kubehop.core.net.IpFamily;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.kubeproxy.drift.DriftReport;
import io.kubehop.scenarios.check.ClusterCheck;
import io.kubehop.scenarios.check.ProbeResult;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.cluster.DnsGate;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.cluster.TraceDepth;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.explain.Explainer;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.ObjectNames;
import io.kubehop.scenarios.file.Part;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.get.ObjectView;
import io.kubehop.scenarios.get.Selection;
import io.kubehop.scenarios.trace.Explanation;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.source.InvalidInputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A cluster in virtual time, from manifests to explained connections:
 *
 * <pre>{@code
 * ClusterSimulation cluster = ClusterSimulation.from(Path.of("shop/"));
 * Connection connection = cluster.send("pod/shop/web-0", "tcp://10.96.0.12:80");
 * assertThat(connection.outcome()).as(connection.toString()).isEqualTo(Outcome.DELIVERED);
 * }</pre>
 *
 * <p>Each call takes place when what came before has settled, as the steps of a scenario do. The
 * same calls give the same results, in every JVM. Not for use by several threads.
 */
public final class ClusterSimulation {
  private final Cluster cluster;
  private final Explainer explainer;
  private final History history;

  private ClusterSimulation(Scenario scenario) {
    this.cluster = Cluster.start(scenario);
    this.explainer = new Explainer(cluster);
    this.history = new History(scenario);
  }

  /**
   * Starts a cluster with what is in files and folders: manifests, and scenario files, of which the
   * cluster and the objects count.
   *
   * @throws InvalidInputException with everything that is wrong, a line each
   */
  public static ClusterSimulation from(Path... filesAndFolders) {
    ManifestInputs inputs = new ManifestInputs();
    for (Path path : filesAndFolders) {
      inputs.add(path.toString());
    }
    return new ClusterSimulation(inputs.load());
  }

  /**
   * Starts a cluster with what is in a text: YAML or JSON, one document or several.
   *
   * @throws InvalidInputException with everything that is wrong, a line each
   */
  public static ClusterSimulation fromYaml(String text) {
    return new ClusterSimulation(new ManifestInputs().addText("<text>", text).load());
  }

  /**
   * Starts a cluster with Java objects: maps, texts, or lists of these; of other libraries by way
   * of the text that they write.
   *
   * @throws InvalidInputException with everything that is wrong, a line each
   */
  public static ClusterSimulation fromObjects(List<?> objects) {
    return new ClusterSimulation(new ManifestInputs().addObject(objects).load());
  }

  /**
   * Starts a cluster from inputs that were put together before.
   *
   * @throws InvalidInputException with everything that is wrong, a line each
   */
  public static ClusterSimulation of(Scenario scenario) {
    return new ClusterSimulation(scenario);
  }

  /** What every random choice derives from. */
  public long seed() {
    return history.seed();
  }

  /** Virtual time since the start. */
  public Duration now() {
    return cluster.now();
  }

  /** What was given but is not modelled, a line each. */
  public List<String> findings() {
    return cluster.findings();
  }

  /** Explores a connection and makes it; see {@link Request#of(String, String)}. */
  public Connection send(String source, String destination) {
    return send(Request.of(source, destination));
  }

  /**
   * Explores a connection, which leaves everything as it was, and then makes it.
   *
   * @throws NotPossibleException if the source does not run, or the like
   */
  public Connection send(Request request) {
    return send(request, TraceDepth.NORMAL);
  }

  /** Explores a connection and makes it, and writes down more of it. */
  public Connection send(Request request, TraceDepth depth) {
    if (request.asksForName()) {
      cluster.prepareDns();
    }
    cluster.settle();
    Connection connection = explainer.tell(cluster.send(request, depth));
    return connection.withRepetition(history.send(request));
  }

  /**
   * Looks a name up, as the resolver of a Pod or a node does. Where no CoreDNS was given, one is
   * deployed for the first look-up.
   *
   * @param name the name; a final dot keeps the search list out
   * @param type the type of record, such as {@code A}
   * @throws NotPossibleException if the source does not run
   */
  public LookupResult resolve(String source, String name, String type) {
    return resolve(Source.parse(source), name, type);
  }

  /** Looks a name up; see {@link #resolve(String, String, String)}. */
  public LookupResult resolve(Source source, String name, String type) {
    cluster.prepareDns();
    cluster.settle();
    LookupResult result = cluster.lookUp(source, name, type, Optional.empty());
    history.resolve(source.toString(), name, type);
    return result;
  }

  /**
   * A way for real DNS messages to the cluster's DNS, which is deployed if nobody gave one.
   *
   * @param source where they appear to come from
   * @throws NotPossibleException if the source does not run
   */
  public DnsGate dnsGate(Source source) {
    cluster.prepareDns();
    cluster.settle();
    return cluster.dnsGate(source);
  }

  /**
   * Creates objects or replaces them whole: all, or none.
   *
   * @param objects YAML or JSON in a text, a {@code Path}, a map, or a list of these
   * @throws InvalidInputException if they are not accepted, with the reasons
   */
  public ClusterSimulation apply(Object objects) {
    List<LoadedObject> loaded = new ManifestLoader().addObject(objects).load().objects();
    cluster.settle();
    cluster.apply(loaded);
    history.apply(loaded);
    return this;
  }

  /**
   * Deletes an object.
   *
   * @param key {@code KIND/NAMESPACE/NAME}, or {@code KIND/NAME}
   * @throws NotPossibleException if there is no such object
   */
  public ClusterSimulation delete(String key) {
    cluster.settle();
    cluster.delete(ObjectNames.key(key));
    history.delete(key);
    return this;
  }

  /**
   * Has a Pod become ready, or stop being so.
   *
   * @param pod {@code NAMESPACE/NAME}
   * @throws NotPossibleException if there is no such Pod
   */
  public ClusterSimulation ready(String pod, boolean value) {
    cluster.settle();
    cluster.setReady(ObjectNames.pod(pod), value);
    history.ready(pod, value);
    return this;
  }

  /**
   * Has something fail: {@code node/NAME}, {@code pod/NAMESPACE/NAME}, {@code link/NODE:NODE},
   * {@code ingress/NAME} or {@code kube-proxy/NODE}.
   *
   * @throws NotPossibleException if there is no such thing
   */
  public ClusterSimulation fail(String part) {
    cluster.settle();
    cluster.fail(Part.parse(part));
    history.fail(part);
    return this;
  }

  /**
   * Has something that failed work again.
   *
   * @throws NotPossibleException if there is no such thing
   */
  public ClusterSimulation recover(String part) {
    cluster.settle();
    cluster.recover(Part.parse(part));
    history.recover(part);
    return this;
  }

  /** Lets time pass. */
  public ClusterSimulation advance(Duration time) {
    cluster.settle();
    cluster.runUntil(cluster.now().plus(time));
    history.advance(time);
    return this;
  }

  /**
   * What the cluster holds now.
   *
   * @param what {@code KIND/NAMESPACE/NAME} or {@code KIND/NAME} for one object, {@code KIND} for
   *     all of a kind, an empty text for everything; kinds as {@code kubectl} knows them
   * @throws NotPossibleException if there is no such object
   * @throws IllegalArgumentException if there is no such kind
   */
  public ObjectView get(String what) {
    cluster.settle();
    List<KubeObject> all = cluster.objects();
    Selection selection = Selection.parse(what, all);
    if (selection.key().isPresent()) {
      KubeObject object = cluster.find(selection.key().get());
      return ObjectView.of(object, cluster.tree(object));
    }
    return ObjectView.of(all.stream().filter(selection::includes).toList(), cluster::tree);
  }

  /** What came of a connection that was just made, in words, and what to change if it failed. */
  public Explanation explain(Connection connection) {
    return explainer.explain(connection);
  }

  /** Tries every port of every Service and every rule of every Ingress, once it has settled. */
  public List<ProbeResult> check() {
    List<ProbeResult> results = ClusterCheck.run(cluster);
    history.advance(ClusterCheck.PROVISIONING);
    results.stream()
        .filter(result -> result.connection().isPresent())
        .forEach(result -> history.send(result.probe().request()));
    return results;
  }

  /**
   * What a proxy owns on a node for one family, as the real tools print it: {@code iptables-save},
   * {@code ip6tables-save} and the tools of the node's mode.
   *
   * @throws NotPossibleException if there is no such node
   */
  public String rules(String node, IpFamily family) {
    cluster.settle();
    return cluster.rules(node, family);
  }

  /**
   * What a node has against what kube-proxy, in iptables mode, has written here.
   *
   * @param dump what {@code iptables-save} or {@code ip6tables-save} printed on the real node
   * @throws NotPossibleException if there is no such node
   * @throws InvalidInputException if the dump is none that the tool prints
   */
  public DriftReport drift(String node, IpFamily family, CapturedText dump) {
    cluster.settle();
    return cluster.drift(node, family, dump);
  }

  /**
   * Who calls a destination where nobody says it: a client outside for what can be reached from
   * there, else the first Pod that runs.
   *
   * @throws NotPossibleException if none runs
   */
  public Source defaultSource(Destination destination) {
    if (destination.address().isEmpty()) {
      cluster.prepareDns();
    }
    cluster.settle();
    return cluster.defaultSource(destination);
  }

  /**
   * The first Pod that runs.
   *
   * @throws NotPossibleException if none runs
   */
  public Source defaultSource() {
    cluster.settle();
    return cluster.defaultSource();
  }

  /** The first Pod that runs, else the first node. */
  public Source anySource() {
    cluster.settle();
    return cluster.anySource();
  }
}
