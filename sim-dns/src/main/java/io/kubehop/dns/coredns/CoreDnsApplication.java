package io.kubehop.dns.coredns;

import io.kubehop.core.host.Host;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.dns.corefile.Corefile;
import io.kubehop.dns.corefile.CorefileException;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.corefile.ServerBlock;
import io.kubehop.dns.gotext.GoDuration;
import io.kubehop.dns.kubernetes.ClusterView;
import io.kubehop.dns.server.DnsServer;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.ConfigMap;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A CoreDNS on a host. It reads its Corefile when it starts, and again (if the Corefile says {@code
 * reload}) some time after its ConfigMap has changed; with a Corefile that it cannot read it does
 * not start, or goes on as before.
 *
 * <pre>{@code
 * CoreDnsApplication dns =
 *     new CoreDnsApplication(podHost, controlPlane, CoreDnsSettings.of("cluster.local", List.of()));
 * dns.start();
 * }</pre>
 */
public final class CoreDnsApplication implements EventHandler {
  private static final int RELOAD = 0;
  private static final int STOP = 1;
  private static final long SECOND = 1_000_000_000L;

  /** How long until the kubelet has brought a change of a ConfigMap to the container. */
  private static final long VOLUME_SYNC = 60 * SECOND;

  private final Host host;
  private final Simulation simulation;
  private final ControlPlane controlPlane;
  private final CoreDnsSettings settings;
  private final Optional<UnaryOperator<String>> template;
  private final ClusterView view;
  private final RefCell<List<DnsServer>> servers;
  private final RefCell<List<Finding>> findings;
  private final RefCell<Corefile> corefile;
  private final LongCell isRunning;
  private final LongCell reloadTicket;

  /** Prepares one that watches the cluster; {@link #start} starts it. */
  public CoreDnsApplication(Host host, ControlPlane controlPlane, CoreDnsSettings settings) {
    this(host, controlPlane, settings, Optional.empty());
  }

  /**
   * Prepares a server that only asks others, for which its Corefile is made from a text with gaps.
   *
   * @param template fills the gaps
   */
  public static CoreDnsApplication cache(
      Host host,
      ControlPlane controlPlane,
      CoreDnsSettings settings,
      UnaryOperator<String> template) {
    return new CoreDnsApplication(host, controlPlane, settings, Optional.of(template));
  }

  private CoreDnsApplication(
      Host host,
      ControlPlane controlPlane,
      CoreDnsSettings settings,
      Optional<UnaryOperator<String>> template) {
    Journal journal = host.simulation().journal();
    this.host = host;
    this.simulation = host.simulation();
    this.controlPlane = controlPlane;
    this.settings = settings;
    this.template = template;
    this.view = new ClusterView(simulation, host.network().epochSeconds());
    this.servers = new RefCell<>(journal, List.of());
    this.findings = new RefCell<>(journal, List.of());
    this.corefile = new RefCell<>(journal, new Corefile(List.of(), List.of()));
    this.isRunning = new LongCell(journal, 0);
    this.reloadTicket = new LongCell(journal, -1);
  }

  /** Starts to watch the cluster and to listen. */
  public void start() {
    isRunning.set(1);
    if (template.isEmpty()) {
      view.watch(controlPlane);
    }
    configure();
    controlPlane.watch(ConfigMap.class, this::onConfigMap);
  }

  /** Ends it as a signal does: it goes on for the time that {@code lameduck} says. */
  public void shutDown() {
    long grace = lameduck();
    if (grace == 0) {
      stop();
    } else {
      simulation.scheduleTimer(grace, this, STOP, 0, null);
    }
  }

  /** Ends it at once. */
  public void stop() {
    isRunning.set(0);
    servers.get().forEach(DnsServer::close);
    servers.set(List.of());
  }

  /** Whether it listens. */
  public boolean isListening() {
    return !servers.get().isEmpty();
  }

  /** Whether it listens on a port, over UDP and TCP. */
  public boolean listensOn(int port) {
    return servers.get().stream().anyMatch(server -> server.port() == port);
  }

  /** The server on a port, in front of its sockets; absent where it does not listen. */
  public Optional<DnsServer> server(int port) {
    return servers.get().stream().filter(server -> server.port() == port).findFirst();
  }

  /** What its Corefile says that is not modelled, or that keeps it from starting. */
  public List<Finding> findings() {
    return findings.get();
  }

  /** The configuration in use. */
  public Corefile corefile() {
    return corefile.get();
  }

  private void configure() {
    Map<String, String> files = files();
    String path = "/etc/coredns/Corefile";
    String text =
        files.getOrDefault(path, CoreDnsSettings.builtInCorefile(settings.clusterDomain()));
    text = template.orElse(UnaryOperator.identity()).apply(text);
    Servers next = new Servers(host, settings, view, files, this::crash);
    try {
      Corefile parsed = Corefile.parse(text);
      next.build(parsed);
      corefile.set(parsed);
    } catch (CorefileException e) {
      findings.set(List.of(e.finding()));
      return;
    }
    findings.set(next.findings());
    servers.get().forEach(DnsServer::close);
    servers.set(next.all());
    next.all().forEach(DnsServer::listen);
    next.all().forEach(DnsServer::startPlugins);
  }

  /** The keys of the ConfigMap are files beside the Corefile. */
  private Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("/etc/hosts", settings.hostsFile());
    controlPlane
        .apiServer()
        .find(ConfigMap.class, settings.configMap())
        .ifPresent(
            map -> map.data().forEach((key, text) -> files.put("/etc/coredns/" + key, text)));
    return files;
  }

  private void crash(String why) {
    List<Finding> all = new ArrayList<>(findings.get());
    all.add(new Finding(1, "the server has ended: " + why));
    findings.set(List.copyOf(all));
    stop();
  }

  private void onConfigMap(WatchEvent<ConfigMap> event) {
    boolean isChange = event.previous().isPresent() || event.isDeleted();
    long interval = reloadInterval();
    if (isChange && event.key().equals(settings.configMap()) && interval > 0) {
      simulation.cancel(reloadTicket.get());
      reloadTicket.set(simulation.scheduleWork(VOLUME_SYNC + interval, this, RELOAD, 0, null));
    }
  }

  /** How often it looks for a changed Corefile, in nanoseconds; 0: never. */
  private long reloadInterval() {
    long interval = 0;
    for (Directive directive : named("reload")) {
      boolean isOff = !directive.args().isEmpty() && directive.arg(0).equals("off");
      long given =
          directive.args().isEmpty() ? 30 * SECOND : GoDuration.parse(directive.arg(0)).orElse(0);
      interval = isOff ? 0 : given;
    }
    return interval;
  }

  private long lameduck() {
    long grace = 0;
    for (Directive health : named("health")) {
      for (Directive line : health.block()) {
        if (line.name().equals("lameduck")) {
          grace = Math.max(grace, GoDuration.parse(line.arg(0)).orElse(0));
        }
      }
    }
    return grace;
  }

  private List<Directive> named(String name) {
    return corefile.get().blocks().stream()
        .map(ServerBlock::directives)
        .flatMap(List::stream)
        .filter(directive -> directive.name().equals(name))
        .toList();
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (isRunning.get() == 0) {
      return;
    } else if (kind == STOP) {
      stop();
    } else {
      configure();
    }
  }
}
