package io.kubehop.dns.kubernetes;

import io.kubehop.dns.chain.ReverseName;
import io.kubehop.dns.chain.Site;
import io.kubehop.dns.chain.Zones;
import io.kubehop.dns.corefile.Directive;
import io.kubehop.dns.corefile.Finding;
import io.kubehop.dns.message.DomainName;
import io.kubehop.service.api.LabelSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arguments and the block of a {@code kubernetes} directive. */
final class KubernetesOptions {
  /** Which Pods have records. */
  enum PodMode {
    /** None. */
    DISABLED,
    /** Every address, whether or not there is such a Pod. */
    INSECURE,
    /** Those that there are. */
    VERIFIED
  }

  private final Site site;
  private final Zones zones;
  private final DomainName primaryZone;
  private final List<String> namespaces = new ArrayList<>();
  private @Nullable LabelSelector labels;
  private @Nullable LabelSelector namespaceLabels;
  private Zones fallthrough = Zones.NONE;
  private PodMode pods = PodMode.DISABLED;
  private boolean usesPodNames;
  private boolean knowsEndpoints = true;
  private boolean hidesEmptyServices;
  private long ttl = 5;

  private KubernetesOptions(Directive directive, Site site) {
    this.site = site;
    this.zones = site.zonesOf(directive.args());
    this.primaryZone =
        zones.names().stream()
            .filter(zone -> !ReverseName.isReverse(zone))
            .findFirst()
            .orElseThrow(() -> directive.error("non-reverse zone name must be used"));
  }

  static KubernetesOptions of(Directive directive, Site site) {
    KubernetesOptions options = new KubernetesOptions(directive, site);
    directive.block().forEach(options::read);
    if (!options.namespaces.isEmpty() && options.namespaceLabels != null) {
      throw directive.error("namespaces and namespace_labels cannot both be set");
    }
    return options;
  }

  private void read(Directive line) {
    switch (line.name()) {
      case "pods" -> pods = podMode(line);
      case "endpoint_pod_names" -> usesPodNames = true;
      case "namespaces" -> {
        line.arg(0);
        namespaces.addAll(line.args());
      }
      case "labels" -> labels = selector(line);
      case "namespace_labels" -> namespaceLabels = selector(line);
      case "fallthrough" -> fallthrough = Site.fallthrough(line.args());
      case "ttl" -> ttl = line.intArg(0, 0, 3600);
      case "noendpoints" -> knowsEndpoints = false;
      case "ignore" -> hidesEmptyServices = hides(line);
      case "endpoint", "tls", "kubeconfig", "startup_timeout", "upstream", "resyncperiod" -> {}
      case "apiserver_qps", "apiserver_burst", "apiserver_max_inflight" -> {}
      case "multicluster", "zonal", "transfer", "autopath" ->
          site.findings()
              .accept(new Finding(line.line(), "kubernetes " + line.name() + " is not modelled"));
      default -> throw line.unknownProperty();
    }
  }

  private static PodMode podMode(Directive line) {
    return switch (line.arg(0)) {
      case "disabled" -> PodMode.DISABLED;
      case "insecure" -> PodMode.INSECURE;
      case "verified" -> PodMode.VERIFIED;
      default ->
          throw line.error(
              "wrong value for pods: "
                  + line.arg(0)
                  + ",  must be one of: disabled, verified, insecure");
    };
  }

  private static LabelSelector selector(Directive line) {
    line.arg(0);
    try {
      return SelectorText.parse(String.join(" ", line.args()));
    } catch (IllegalArgumentException e) {
      throw line.error(String.valueOf(e.getMessage()));
    }
  }

  private static boolean hides(Directive line) {
    if (!line.arg(0).equals("empty_service")) {
      throw line.error("unable to parse ignore value: '" + line.arg(0) + "'");
    }
    return true;
  }

  Zones zones() {
    return zones;
  }

  DomainName primaryZone() {
    return primaryZone;
  }

  List<String> namespaces() {
    return namespaces;
  }

  @Nullable LabelSelector labels() {
    return labels;
  }

  @Nullable LabelSelector namespaceLabels() {
    return namespaceLabels;
  }

  Zones fallthrough() {
    return fallthrough;
  }

  PodMode pods() {
    return pods;
  }

  boolean usesPodNames() {
    return usesPodNames;
  }

  boolean knowsEndpoints() {
    return knowsEndpoints;
  }

  boolean hidesEmptyServices() {
    return hidesEmptyServices;
  }

  long ttl() {
    return ttl;
  }
}
